package io.github.usermediaplug.roster.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second deployment off the same file, be it in this process or another. The lock is on a
 * file beside it, for the file itself is replaced at every change. The operating system releases it
 * with the process, however that ends.
 *
 * <p>It also releases it when this process closes any channel on the same file (POSIX, {@code
 * fcntl}), so a deployment may not so much as try where another of this process has it. They share
 * no class, only the system's properties.
 */
final class StoreLock implements AutoCloseable {

  private static final String HELD = "user-media-plug.store-held ";

  private final String mark;
  private FileChannel channel;
  private boolean held = true;

  private StoreLock(String mark) {
    this.mark = mark;
  }

  static StoreLock on(Path file) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".lock").toAbsolutePath();
    Path place = beside.getParent().toRealPath().resolve(beside.getFileName());
    StoreLock lock = new StoreLock(HELD + place);
    if (System.getProperties().putIfAbsent(lock.mark, "") != null) {
      throw inUse(file);
    }
    boolean taken = false;
    try {
      taken = lock.take(place);
    } finally {
      if (!taken) {
        lock.close();
      }
    }
    if (!taken) {
      throw inUse(file);
    }
    return lock;
  }

  private boolean take(Path place) throws IOException {
    channel = FileChannel.open(place, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    return channel.tryLock() != null;
  }

  private static StoreRefusal inUse(Path file) {
    return new StoreRefusal(
        file
            + " is in use by another deployment of user-media-plug. Stop that one, or set"
            + " USER_MEDIA_PLUG_STORE_FILE to another file.",
        null);
  }

  @Override
  public void close() throws IOException {
    if (!held) {
      return;
    }
    held = false;
    try {
      if (channel != null) {
        channel.close();
      }
    } finally {
      System.clearProperty(mark);
    }
  }
}
