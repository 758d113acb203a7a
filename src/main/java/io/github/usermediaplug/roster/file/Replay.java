package io.github.usermediaplug.roster.file;

import io.github.usermediaplug.roster.file.Journal.Position;
import io.github.usermediaplug.roster.file.JournalLine.Link;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A journal as it was found: read once to see that it is whole, and again for its changes. */
final class Replay {

  private final Path file;
  private final Map<Fingerprint, Long> bases = new HashMap<>();
  private boolean changes;
  private Position end = new Position(Journal.HEADER.length(), Link.HEADER);
  private long unreadable;
  private long damaged;

  private Replay(Path file) {
    this.file = file;
  }

  /**
   * Reads a journal.
   *
   * @throws StoreRefusal if a line is missing, or is damaged with whole ones behind it
   */
  static Replay of(Path file) {
    Replay replay = new Replay(file);
    replay.unreadable = replay.forEachLine(replay::check) - replay.end.bytes();
    if (replay.bases.isEmpty()) {
      throw replay.damaged(2);
    }
    return replay;
  }

  /** Whether its changes belong to this content of the users' file. */
  boolean continues(Fingerprint content) {
    return bases.containsKey(content);
  }

  /** Makes the changes that this content of the users' file has not. */
  void apply(Fingerprint content, Map<String, List<String>> users) {
    long contained = bases.get(content);
    forEachLine(
        (line, number, position) -> {
          if (number > contained && position <= end.bytes()) {
            apply(line.orElseThrow(() -> damaged(number)), users);
          }
        });
  }

  boolean hasChanges() {
    return changes;
  }

  /** Behind its last whole line. */
  Position end() {
    return end;
  }

  /** How many bytes behind {@link #end} cannot be read. */
  long unreadable() {
    return unreadable;
  }

  /**
   * The number of the first line among them that has its end and is damaged all the same, so that
   * users may have been told of it; 0 if they are an unfinished line.
   */
  long damaged() {
    return damaged;
  }

  /** Reads all lines that have an end, and returns how many bytes there are in all. */
  private long forEachLine(Reader reader) {
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      readHeader(stream);
      long position = Journal.HEADER.length();
      ByteArrayOutputStream line = new ByteArrayOutputStream();
      for (int next = stream.read(), number = 2; next >= 0; next = stream.read()) {
        position++;
        if (next == '\n') {
          reader.read(JournalLine.read(line.toByteArray()), number++, position);
          line.reset();
        } else {
          line.write(next);
        }
      }
      return position;
    } catch (IOException unreadable) {
      throw new StoreRefusal(file + " cannot be read: " + unreadable, unreadable);
    }
  }

  private void readHeader(InputStream stream) throws IOException {
    String header =
        new String(stream.readNBytes(Journal.HEADER.length()), StandardCharsets.ISO_8859_1);
    if (!header.equals(Journal.HEADER)) {
      throw new StoreRefusal(
          file
              + " is no journal that this version can read. If another version wrote it, start"
              + " that one and stop it again; its users are then all in the JSON file.",
          null);
    }
  }

  private void check(Optional<JournalLine> found, long number, long position) {
    if (found.isEmpty()) {
      damaged = damaged == 0 ? number : damaged;
      return;
    }
    if (damaged > 0) {
      throw damaged(damaged);
    }
    JournalLine line = found.get();
    if (!line.follows(end.last())) {
      throw refused("has lost what stood in front of line " + number, number);
    }
    if (JournalBase.isOne(line.text())) {
      JournalBase base = JournalBase.parse(line.text()).orElseThrow(() -> damaged(number));
      bases.put(base.content(), base.contained());
    } else {
      changes = true;
    }
    end = new Position(position, line.link());
  }

  private void apply(JournalLine line, Map<String, List<String>> users) {
    if (JournalBase.isOne(line.text())) {
      return;
    }
    UsersJson.entries(file, line.text())
        .forEach(
            (user, entry) ->
                users.put(
                    user,
                    entry
                        .appliedTo(Optional.ofNullable(users.get(user)))
                        .orElseThrow(() -> damaged(line.link().number()))));
  }

  private StoreRefusal damaged(long number) {
    return refused("is damaged in line %d, with more behind it".formatted(number), number);
  }

  private StoreRefusal refused(String what, long number) {
    String other =
        number > 2
            ? "; or keep only its first %d lines, and its users have the peers they had then"
                .formatted(number - 1)
            : "";
    return new StoreRefusal(
        "%s %s. Nothing was changed. Put a backup of both files in place%s; and start again."
            .formatted(file, what, other),
        null);
  }

  private interface Reader {
    /** A line, empty if it is not whole, its number, and where the next begins, in bytes. */
    void read(Optional<JournalLine> line, long number, long position);
  }
}
