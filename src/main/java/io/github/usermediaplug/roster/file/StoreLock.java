package io.github.usermediaplug.roster.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Keeps a second deployment off the same file, be it in this process or another. The lock is on a
 * file beside it, for the file itself is replaced at every change. The operating system releases it
 * with the process, however that ends.
 */
final class StoreLock implements AutoCloseable {

  private final FileChannel channel;

  private StoreLock(FileChannel channel) {
    this.channel = channel;
  }

  static StoreLock on(Path file) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + ".lock");
    FileChannel channel =
        FileChannel.open(beside, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      FileLock lock = channel.tryLock();
      if (lock != null) {
        return new StoreLock(channel);
      }
    } catch (OverlappingFileLockException inThisProcess) {
      // Refused below, like a lock of another process.
    }
    channel.close();
    throw new StoreRefusal(
        file
            + " is in use by another deployment of user-media-plug. Stop that one, or set"
            + " USER_MEDIA_PLUG_STORE_FILE to another file.",
        null);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
