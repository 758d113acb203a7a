package io.github.usermediaplug.roster.file;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/**
 * The users' file written anew with what stands in the journal up to a position. Users may change
 * meanwhile: whatever of that gets into the file stands in the journal behind the position too.
 */
final class Fold implements AutoCloseable {

  private final UsersFile file;
  private final Journal journal;
  private final long position;
  private final String suffix;
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

  /** Writes beside the file; may take as long as the disk takes, in any one thread. */
  void write(Map<String, List<String>> users) throws IOException {
    written = file.write(users, suffix);
  }

  /** Whether it is of this journal, with no other fold finished since. */
  boolean isOf(Journal current) {
    return journal == current;
  }

  long position() {
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
}
