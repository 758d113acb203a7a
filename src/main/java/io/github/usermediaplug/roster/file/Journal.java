package io.github.usermediaplug.roster.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;

/**
 * What changed since the users' file was written: lines that are only ever added, each forced to
 * disk before anybody is told. A line that could not be is cut off again before the next one, so
 * that a change which was refused does not come back. Its form is in {@code
 * docs/decisions/0009-journal.md}. Used by the writer's thread.
 */
final class Journal implements AutoCloseable {

  static final String HEADER = "user-media-plug journal 1\n";

  private static final String BASE = "base ";
  private static final int CHUNK = 1 << 16;

  private final Path file;
  private final FileChannel channel;
  private final Object key;
  private long end;
  private boolean changes;
  private boolean tailUnknown;

  private Journal(Path file, FileChannel channel, long end, boolean changes) throws IOException {
    this.file = file;
    this.channel = channel;
    this.key = key(file);
    this.end = end;
    this.changes = changes;
  }

  /** An empty one, to continue this content of the users' file. */
  static Journal begin(Path file, Fingerprint base) throws IOException {
    return begin(file, base, new byte[0]);
  }

  /** One that was read to this end; what is behind it is cut off. */
  static Journal resume(Path file, long end, boolean changes) throws IOException {
    Journal journal = new Journal(file, open(file), end, changes);
    journal.tailUnknown = true;
    journal.cutTail();
    return journal;
  }

  /** The line's text that lets the journal continue this content of the users' file. */
  static String base(Fingerprint fingerprint) {
    return BASE + fingerprint;
  }

  /** Whether a line's text is of the kind that {@link #base} makes. */
  static boolean isBase(String text) {
    return text.startsWith(BASE);
  }

  /** What stands behind {@code base}. */
  static String fingerprint(String base) {
    return base.substring(BASE.length());
  }

  /** Adds changes; on return they would survive a crash, on failure they are not there. */
  void append(String change) throws IOException {
    add(change);
    changes = true;
  }

  /** From now on it may also continue another content, which has all that stands here so far. */
  void mayContinue(Fingerprint other) throws IOException {
    add(base(other));
  }

  /** The same journal without what is in front of a position, in the place of this one. */
  Journal from(long position, Fingerprint base) throws IOException {
    ByteBuffer rest = ByteBuffer.allocate(Math.toIntExact(end - position));
    while (rest.hasRemaining() && channel.read(rest, position + rest.position()) >= 0) {
      // Reads on.
    }
    Journal next = begin(file, base, rest.array());
    channel.close();
    return next;
  }

  /** Where the next line will begin, in bytes. */
  long end() {
    return end;
  }

  /** Whether it holds any change. */
  boolean hasChanges() {
    return changes;
  }

  /** Whether the file of this name still is the one written to, and all of it is there. */
  boolean isInPlace() throws IOException {
    try {
      return Objects.equals(key, key(file)) && channel.size() >= end;
    } catch (NoSuchFileException removed) {
      return false;
    }
  }

  /** For one whose every change is in the users' file. */
  void delete() throws IOException {
    channel.close();
    Files.deleteIfExists(file);
    Replacement.forceDirectory(file);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private static Journal begin(Path file, Fingerprint base, byte[] rest) throws IOException {
    try (Replacement fresh = Replacement.of(file, ".new")) {
      fresh.write(HEADER.getBytes(StandardCharsets.US_ASCII));
      fresh.write(JournalLine.of(base(base)));
      fresh.write(rest);
      fresh.finish();
      fresh.place();
      return new Journal(file, open(file), fresh.fingerprint().length(), rest.length > 0);
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static Object key(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  private void add(String text) throws IOException {
    byte[] line = JournalLine.of(text);
    cutTail();
    tailUnknown = true;
    try {
      write(ByteBuffer.wrap(line));
      channel.force(false);
    } catch (IOException failure) {
      try {
        cutTail();
      } catch (IOException again) {
        failure.addSuppressed(again);
      }
      throw failure;
    }
    tailUnknown = false;
    end += line.length;
  }

  /** In chunks, for the JDK copies each into memory outside the heap, and keeps that. */
  private void write(ByteBuffer line) throws IOException {
    long position = end;
    while (line.hasRemaining()) {
      ByteBuffer chunk = line.slice(line.position(), Math.min(CHUNK, line.remaining()));
      int written = channel.write(chunk, position);
      position += written;
      line.position(line.position() + written);
    }
  }

  /** What a write that failed has left, or somebody else has added. */
  private void cutTail() throws IOException {
    if (tailUnknown || channel.size() > end) {
      channel.truncate(end);
      channel.force(true);
      tailUnknown = false;
    }
  }
}
