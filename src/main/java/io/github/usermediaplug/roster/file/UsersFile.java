package io.github.usermediaplug.roster.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * The file on disk. It is whole at every moment: a new one is written beside it, forced to disk,
 * and put in its place in one step. Used by one thread at a time.
 */
final class UsersFile implements AutoCloseable {

  private final Path file;
  private final StoreLock lock;

  private UsersFile(Path file, StoreLock lock) {
    this.file = file;
    this.lock = lock;
  }

  /**
   * Takes the file for this deployment; a link is followed once, so that the file it names is the
   * one replaced.
   *
   * @throws StoreRefusal where it cannot be had
   */
  static UsersFile open(Path place) {
    try {
      Files.createDirectories(place.getParent());
      if (Files.isSymbolicLink(place) && Files.notExists(place)) {
        throw new StoreRefusal(
            place + " is a link to nothing. Mount or make what it names, or remove the link.",
            null);
      }
      Path file = Files.exists(place) ? place.toRealPath() : place;
      return new UsersFile(file, StoreLock.on(file));
    } catch (IOException cannot) {
      throw new StoreRefusal(
          "The users cannot be kept in "
              + place
              + ": "
              + cannot
              + ". Make the directory writable,"
              + " or set USER_MEDIA_PLUG_STORE_FILE to another file.",
          cannot);
    }
  }

  /** All users; none where there is no file yet. */
  Map<String, List<String>> read() {
    if (!Files.exists(file)) {
      return Map.of();
    }
    try {
      return UsersJson.read(file);
    } catch (IOException unreadable) {
      throw new StoreRefusal(file + " cannot be read: " + unreadable, unreadable);
    }
  }

  /** Puts these users in the place of those in the file; on return they would survive a crash. */
  void replace(Map<String, List<String>> users) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + ".new");
    try (FileChannel channel =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      OutputStream stream = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      UsersJson.write(users, stream);
      stream.flush();
      channel.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceDirectory();
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  @Override
  public String toString() {
    return file.toString();
  }

  /** A rename is durable only with its directory; Windows has no way to say so and needs none. */
  private void forceDirectory() throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
        directory.force(true);
      }
    }
  }
}
