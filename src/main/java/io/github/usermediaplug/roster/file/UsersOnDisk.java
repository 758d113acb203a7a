package io.github.usermediaplug.roster.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The JSON file and the journal beside it, which together are the users at every moment. The
 * journal is folded into the file when it has grown to a quarter of it, so that a change costs the
 * same however many users there are. Used by the writer's thread; its map of the users holds what
 * is durable, and nothing else.
 */
final class UsersOnDisk implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(UsersOnDisk.class.getName());
  private static final int SHARE = 4;

  private final UsersFile file;
  private final Path journalFile;
  private final StoreLock lock;
  private final long smallest;

  private Fingerprint base;
  private Optional<Journal> journal = Optional.empty();
  private Optional<Fold> underWay = Optional.empty();
  private long foldAt;

  private UsersOnDisk(Path file, StoreLock lock, long smallest) {
    this.file = new UsersFile(file);
    this.journalFile = file.resolveSibling(file.getFileName() + ".journal");
    this.lock = lock;
    this.smallest = smallest;
  }

  /**
   * Takes the files for this deployment; a link is followed once, so that the file it names is the
   * one replaced.
   *
   * @param smallest the journal is not folded before it has this size, in bytes
   * @throws StoreRefusal where they cannot be had
   */
  static UsersOnDisk open(Path place, long smallest) {
    try {
      Files.createDirectories(place.getParent());
      if (Files.isSymbolicLink(place) && Files.notExists(place)) {
        throw new StoreRefusal(
            place + " is a link to nothing. Mount or make what it names, or remove the link.",
            null);
      }
      Path file = Files.exists(place) ? place.toRealPath() : place;
      return new UsersOnDisk(file, StoreLock.on(file), smallest);
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

  /**
   * Reads all users into a map.
   *
   * @throws StoreRefusal where the files are damaged or do not belong together
   */
  void read(Map<String, List<String>> users) {
    base = file.read(users);
    if (Files.exists(journalFile)) {
      replay(users);
    }
  }

  /**
   * Keeps changes; on return they would survive a crash.
   *
   * @param users as they were until now, and must be until this returns
   */
  void commit(Map<String, JournalEntry> entries, Map<String, List<String>> users)
      throws IOException {
    if (isDisturbed()) {
      foldNow(users);
    }
    journal().append(UsersJson.line(entries));
    underWay.ifPresent(fold -> fold.keep(entries.keySet(), users));
  }

  /** Whether the journal has grown so far that a fold pays. */
  boolean wantsFold() {
    return journal.filter(one -> one.end().bytes() >= Math.max(foldAt, threshold())).isPresent();
  }

  /** A fold, in the background, of the journal as it is now. */
  Fold fold() {
    Fold fold = new Fold(file, journal.orElseThrow(), ".fold");
    underWay = Optional.of(fold);
    return fold;
  }

  /** The fold is written: it becomes the users' file, and the journal begins anew behind it. */
  void finish(Fold fold) throws IOException {
    try (fold) {
      Journal current = journal();
      if (!fold.isOf(current)) {
        return;
      }
      // Ahead of all else, for what cannot be read leaves everything as it is.
      List<String> changes = current.changesBehind(fold.position());
      boolean journalLost = !current.isInPlace();
      current.mayContinue(fold.fingerprint(), fold.position());
      tellOfDisturbance(journalLost);
      fold.place();
      base = fold.fingerprint();
      journal = Optional.of(current.replaceBy(base, changes));
      foldAt = 0;
    } finally {
      ended(fold);
    }
  }

  /** The fold failed; the journal grows on, and the next fold is tried when it has doubled. */
  void giveUp(Fold fold) {
    ended(fold);
    foldAt = 2 * fold.position().bytes();
  }

  /** Folds what is left; the users' file then is all there is, and may be edited. */
  void finish(Map<String, List<String>> users) throws IOException {
    if (isDisturbed() || journal.filter(Journal::hasChanges).isPresent()) {
      foldNow(users);
    }
    if (journal.isPresent()) {
      journal.get().delete();
      journal = Optional.empty();
    }
  }

  @Override
  public void close() {
    try (lock) {
      if (journal.isPresent()) {
        journal.get().close();
      }
    } catch (IOException failure) {
      LOG.log(Level.WARNING, "The lock on " + this + " could not be released", failure);
    }
  }

  @Override
  public String toString() {
    return file.path().toString();
  }

  private void replay(Map<String, List<String>> users) {
    Replay replay = Replay.of(journalFile);
    if (!replay.continues(base)) {
      throw new StoreRefusal(
          "%s was edited or replaced after the server had died, and %s, with changes that are not in it yet, does not belong to it. Put the file back that was there; or, to go on without those changes, remove the journal; and start again. Nothing was changed."
              .formatted(file.path(), journalFile),
          null);
    }
    replay.apply(base, users);
    try {
      if (replay.unreadable() > 0) {
        keepTail(replay);
      }
      journal = Optional.of(Journal.resume(journalFile, replay.end(), replay.hasChanges()));
    } catch (IOException cannot) {
      throw new StoreRefusal(journalFile + " cannot be continued: " + cannot, cannot);
    }
  }

  /** Keeps what cannot be read, under a name of its own, before the journal is cut behind it. */
  private void keepTail(Replay replay) throws IOException {
    byte[] tail;
    try (FileChannel whole = FileChannel.open(journalFile)) {
      ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(replay.unreadable()));
      while (bytes.hasRemaining()
          && whole.read(bytes, replay.end().bytes() + bytes.position()) >= 0) {
        // Reads on.
      }
      tail = bytes.array();
    }
    try (Replacement kept = Replacement.of(journalFile, ".unreadable-" + Fingerprint.of(tail))) {
      kept.write(tail);
      kept.finish();
      kept.placeAsItIs();
    }
    String where = journalFile + ".unreadable-" + Fingerprint.of(tail);
    if (replay.damaged() == 0) {
      LOG.warning(
          () ->
              "%s ended in an unfinished write of %d bytes, which nobody was told of; they were moved to %s"
                  .formatted(journalFile, replay.unreadable(), where));
    } else {
      LOG.severe(
          () ->
              "%s is damaged in line %d, its last that is whole: the changes in its %d bytes are lost, and users may have been told that they were kept; the bytes were moved to %s"
                  .formatted(journalFile, replay.damaged(), replay.unreadable(), where));
    }
  }

  private void ended(Fold fold) {
    underWay = underWay.filter(other -> other != fold);
  }

  private Journal journal() throws IOException {
    if (journal.isEmpty()) {
      journal = Optional.of(Journal.begin(journalFile, base));
    }
    return journal.get();
  }

  private void foldNow(Map<String, List<String>> users) throws IOException {
    Fold fold = new Fold(file, journal(), ".new");
    fold.write(users);
    finish(fold);
  }

  private long threshold() {
    return Math.max(smallest, base.length() / SHARE);
  }

  private boolean isDisturbed() throws IOException {
    return !file.isAsLeft() || journal.isPresent() && !journal.get().isInPlace();
  }

  private void tellOfDisturbance(boolean journalLost) throws IOException {
    if (!file.isAsLeft()) {
      String found =
          Files.exists(file.path())
              ? "what was there is kept in " + file.keepCopy()
              : "it was gone";
      LOG.severe(
          () ->
              "%s was changed by somebody else while the server ran; %s. The server's own users are put there again. Stop the server before you edit."
                  .formatted(file.path(), found));
    }
    if (journalLost) {
      LOG.severe(
          () ->
              journalFile + " was removed or cut while the server ran; all users are written anew");
    }
  }
}
