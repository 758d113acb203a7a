package io.github.usermediaplug.roster.file;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;

/** A file that is read, and the fingerprint of what was read. */
final class Fingerprinting extends FilterInputStream {

  private final CRC32C crc = new CRC32C();
  private long length;

  private Fingerprinting(InputStream stream) {
    super(stream);
  }

  static Fingerprinting of(Path file) throws IOException {
    return new Fingerprinting(Files.newInputStream(file));
  }

  /** Of what was read. */
  Fingerprint fingerprint() {
    return new Fingerprint(length, (int) crc.getValue());
  }

  @Override
  public int read(byte[] bytes, int from, int wanted) throws IOException {
    int read = super.read(bytes, from, wanted);
    if (read > 0) {
      crc.update(bytes, from, read);
      length += read;
    }
    return read;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  /** What is not read is not in the fingerprint. */
  @Override
  public boolean markSupported() {
    return false;
  }
}
