package io.github.usermediaplug.roster.file;

import io.github.usermediaplug.roster.file.JournalLine.Link;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What changed since the users' file was written: lines that are only ever added, each forced to
 * disk before anybody is told. A line that could not be is cut off again before the next one, so
 * that a change which was refused does not come back. Its form is in {@code
 * docs/decisions/0009-journal.md}. Used by the writer's thread.
 */
final class Journal implements AutoCloseable {

  /** Between two lines: what is in front of it, in bytes, and the last line of that. */
  record Position(long bytes, Link last) {}

  static final String HEADER = "user-media-plug journal 2\n";

  private static final int CHUNK = 1 << 16;

  private final Path file;
  private final FileChannel channel;
  private final Object key;
  private Position end;
  private boolean changes;
  private boolean tailUnknown;

  private Journal(Path file, FileChannel channel, Position end, boolean changes)
      throws IOException {
    this.file = file;
    this.channel = channel;
    this.key = key(file);
    this.end = end;
    this.changes = changes;
  }

  /** An empty one, to continue this content of the users' file. */
  static Journal begin(Path file, Fingerprint base) throws IOException {
    return begin(file, base, List.of());
  }

  /** One that was read to this end; what is behind it is cut off. */
  static Journal resume(Path file, Position end, boolean changes) throws IOException {
    Journal journal = new Journal(file, open(file), end, changes);
    journal.tailUnknown = true;
    journal.cutTail();
    return journal;
  }

  /** Adds changes; on return they would survive a crash, on failure they are not there. */
  void append(String change) throws IOException {
    add(change);
    changes = true;
  }

  /** From now on it may also continue another content, which has what stands in front of here. */
  void mayContinue(Fingerprint other, Position position) throws IOException {
    add(new JournalBase(other, position.last().number()).toString());
  }

  /**
   * The changes behind a position.
   *
   * @throws IOException also if somebody else has cut or changed them
   */
  List<String> changesBehind(Position position) throws IOException {
    ByteBuffer rest = ByteBuffer.allocate(Math.toIntExact(end.bytes() - position.bytes()));
    while (rest.hasRemaining() && channel.read(rest, position.bytes() + rest.position()) >= 0) {
      // Reads on.
    }
    return changes(rest.array());
  }

  /** Another one with these changes, in the place of this one. */
  Journal replaceBy(Fingerprint base, List<String> changes) throws IOException {
    Journal next = begin(file, base, changes);
    channel.close();
    return next;
  }

  /** Where the next line will begin. */
  Position end() {
    return end;
  }

  /** Whether it holds any change. */
  boolean hasChanges() {
    return changes;
  }

  /** Whether the file of this name still is the one written to, and all of it is there. */
  boolean isInPlace() throws IOException {
    try {
      return Objects.equals(key, key(file)) && channel.size() >= end.bytes();
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

  private static List<String> changes(byte[] lines) throws IOException {
    List<String> changes = new ArrayList<>();
    int from = 0;
    for (int at = 0; at < lines.length; at++) {
      if (lines[at] == '\n') {
        String text =
            JournalLine.read(Arrays.copyOfRange(lines, from, at))
                .orElseThrow(() -> new IOException("the journal was changed by somebody else"))
                .text();
        if (!JournalBase.isOne(text)) {
          changes.add(text);
        }
        from = at + 1;
      }
    }
    if (from < lines.length) {
      throw new IOException("the journal was cut by somebody else");
    }
    return changes;
  }

  private static Journal begin(Path file, Fingerprint base, List<String> changes)
      throws IOException {
    try (Replacement fresh = Replacement.of(file, ".new")) {
      fresh.write(HEADER.getBytes(StandardCharsets.US_ASCII));
      JournalLine line =
          JournalLine.after(Link.HEADER, new JournalBase(base, Link.HEADER.number()).toString());
      fresh.write(line.bytes());
      for (String change : changes) {
        line = JournalLine.after(line.link(), change);
        fresh.write(line.bytes());
      }
      fresh.finish();
      fresh.place();
      return new Journal(
          file,
          open(file),
          new Position(fresh.fingerprint().length(), line.link()),
          !changes.isEmpty());
    }
  }

  private static FileChannel open(Path file) throws IOException {
    return FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  private static Object key(Path file) throws IOException {
    return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
  }

  private void add(String text) throws IOException {
    JournalLine next = JournalLine.after(end.last(), text);
    byte[] line = next.bytes();
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
    end = new Position(end.bytes() + line.length, next.link());
  }

  /** In chunks, for the JDK copies each into memory outside the heap, and keeps that. */
  private void write(ByteBuffer line) throws IOException {
    long position = end.bytes();
    while (line.hasRemaining()) {
      ByteBuffer chunk = line.slice(line.position(), Math.min(CHUNK, line.remaining()));
      int written = channel.write(chunk, position);
      position += written;
      line.position(line.position() + written);
    }
  }

  /** What a write that failed has left, or somebody else has added. */
  private void cutTail() throws IOException {
    if (tailUnknown || channel.size() > end.bytes()) {
      channel.truncate(end.bytes());
      channel.force(true);
      tailUnknown = false;
    }
  }
}
