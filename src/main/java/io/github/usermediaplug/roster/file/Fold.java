package io.github.usermediaplug.roster.file;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The users' file written anew with what stands in the journal up to a position. Users may change
 * meanwhile; the file then has them as they were, for what is behind the position are differences.
 */
final class Fold implements AutoCloseable {

  private final UsersFile file;
  private final Journal journal;
  private final Journal.Position position;
  private final String suffix;

  /** Who has changed since, as it was; empty for one who is new. By the store's writer. */
  private final Map<String, Optional<List<String>>> before = new ConcurrentHashMap<>();

  private Replacement written;

  /**
   * Of all that stands in the journal now, which is in the users that {@link #write} is given.
   *
   * @param suffix of the file that is written, another one for each fold at a time
   */
  Fold(UsersFile file, Journal journal, String suffix) {
    this.file = file;
    this.journal = journal;
    this.position = journal.end();
    this.suffix = suffix;
  }

  /** Must be called before any of these users changes in the map that {@link #write} is given. */
  void keep(Iterable<String> changing, Map<String, List<String>> users) {
    changing.forEach(user -> before.putIfAbsent(user, Optional.ofNullable(users.get(user))));
  }

  /** Writes beside the file; may take as long as the disk takes, in any one thread. */
  void write(Map<String, List<String>> users) throws IOException {
    written = file.write(users.keySet(), user -> asItWas(user, users), suffix);
  }

  /** Whether it is of this journal, with no other fold finished since. */
  boolean isOf(Journal current) {
    return journal == current;
  }

  Journal.Position position() {
    return position;
  }

  Fingerprint fingerprint() {
    return written.fingerprint();
  }

  void place() throws IOException {
    file.replaceBy(written);
  }

  /** Where it has not been placed, what was written is taken away. */
  @Override
  public void close() throws IOException {
    written.close();
  }

  /** In this order: whoever changes between the two has been kept before. */
  private Optional<List<String>> asItWas(String user, Map<String, List<String>> users) {
    Optional<List<String>> now = Optional.ofNullable(users.get(user));
    return before.getOrDefault(user, now);
  }
}
