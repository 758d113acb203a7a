package io.github.usermediaplug.roster.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A new content for a file, written beside it and put in its place in one step, so that the file is
 * whole at every moment. What a crash leaves of one is overwritten by the next.
 */
final class Replacement extends OutputStream {

  private final Path file;
  private final Path fresh;
  private final FileChannel channel;
  private final OutputStream stream;
  private final CRC32C crc = new CRC32C();
  private Fingerprint fingerprint;
  private boolean placed;

  private Replacement(Path file, Path fresh, FileChannel channel) {
    this.file = file;
    this.fresh = fresh;
    this.channel = channel;
    this.stream = Channels.newOutputStream(channel);
  }

  /** In a file of that name with a suffix, which nobody else writes at the time. */
  static Replacement of(Path file, String suffix) throws IOException {
    Path fresh = file.resolveSibling(file.getFileName() + suffix);
    return new Replacement(
        file,
        fresh,
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE));
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    crc.update(bytes, from, length);
    stream.write(bytes, from, length);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  /** Forces to disk what was written; nothing can be written from then on. */
  void finish() throws IOException {
    channel.force(true);
    channel.close();
    fingerprint = new Fingerprint(Files.size(fresh), (int) crc.getValue());
  }

  /** Of what was written, once that is finished. */
  Fingerprint fingerprint() {
    return fingerprint;
  }

  /** Puts it in place; on return that would survive a crash, on failure it may or may not. */
  void place() throws IOException {
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    placed = true;
    forceDirectory(file);
  }

  /** Leaves it under the name it was written with; on return that would survive a crash. */
  void placeAsItIs() throws IOException {
    placed = true;
    forceDirectory(fresh);
  }

  /** A rename is durable only with its directory; Windows has no way to say so and needs none. */
  static void forceDirectory(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel directory = FileChannel.open(file.getParent(), StandardOpenOption.READ)) {
        directory.force(true);
      }
    }
  }

  /** Where it is not in place it is taken away: it may be what fills the disk. */
  @Override
  public void close() throws IOException {
    channel.close();
    if (!placed) {
      Files.deleteIfExists(fresh);
    }
  }
}
