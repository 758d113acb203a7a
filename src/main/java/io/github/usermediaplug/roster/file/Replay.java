package io.github.usermediaplug.roster.file;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A journal as it was found. Lines say what a user's peers are, not what became of them, so it does
 * no harm to read those again that the users' file has already.
 */
final class Replay {

  private final Path file;
  private final Map<String, List<String>> users;
  private final Set<Fingerprint> bases = new HashSet<>();
  private boolean changes;
  private long end = Journal.HEADER.length();
  private long unreadable;
  private long damaged;

  private Replay(Path file, Map<String, List<String>> users) {
    this.file = file;
    this.users = users;
  }

  /**
   * Reads a journal.
   *
   * @param users gets its changes
   * @throws StoreRefusal where it is damaged other than at its end
   */
  static Replay of(Path file, Map<String, List<String>> users) {
    Replay replay = new Replay(file, users);
    try (InputStream stream = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
      replay.readHeader(stream);
      replay.readLines(stream);
    } catch (IOException unreadable) {
      throw new StoreRefusal(file + " cannot be read: " + unreadable, unreadable);
    }
    return replay;
  }

  /** Whether its changes belong to this content of the users' file. */
  boolean continues(Fingerprint content) {
    return bases.contains(content);
  }

  boolean hasChanges() {
    return changes;
  }

  /** Behind its last whole line. */
  long end() {
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

  private void readHeader(InputStream stream) throws IOException {
    String header =
        new String(stream.readNBytes(Journal.HEADER.length()), StandardCharsets.ISO_8859_1);
    if (!header.equals(Journal.HEADER)) {
      throw new StoreRefusal(
          file
              + " is no journal that this version can read. If a newer version wrote it, start"
              + " that one and stop it again; its users are then all in the JSON file.",
          null);
    }
  }

  private void readLines(InputStream stream) throws IOException {
    long position = end;
    long broken = 0;
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = stream.read(), number = 2; next >= 0; next = stream.read()) {
      position++;
      if (next != '\n') {
        line.write(next);
        continue;
      }
      Optional<String> text = JournalLine.read(line.toByteArray());
      if (text.isEmpty() && broken == 0) {
        broken = number;
      } else if (text.isPresent()) {
        if (broken > 0) {
          throw damaged(broken);
        }
        apply(text.get(), number);
        end = position;
      }
      number++;
      line.reset();
    }
    unreadable = position - end;
    damaged = broken;
    if (bases.isEmpty()) {
      throw damaged(2);
    }
  }

  private void apply(String text, int number) {
    if (Journal.isBase(text)) {
      bases.add(Fingerprint.parse(Journal.fingerprint(text)).orElseThrow(() -> damaged(number)));
    } else {
      Map<String, List<String>> changed = new HashMap<>();
      UsersJson.read(file, new StringReader(text), changed);
      users.putAll(changed);
      changes = true;
    }
  }

  private StoreRefusal damaged(long line) {
    return new StoreRefusal(
        "%s is damaged in line %d, and there are more lines behind it. Nothing was changed. Put a backup of both files in place; or delete that line, and its users have the peers they had before it; and start again."
            .formatted(file, line),
        null);
  }
}
