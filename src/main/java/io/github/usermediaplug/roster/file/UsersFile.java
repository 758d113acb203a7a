package io.github.usermediaplug.roster.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** The JSON file on disk, in the seed's form. Used by one thread at a time. */
final class UsersFile {

  private final Path file;
  private Stamp left;

  UsersFile(Path file) {
    this.file = file;
  }

  Path path() {
    return file;
  }

  /** Reads all users into an empty map; none where there is no file yet. */
  Fingerprint read(Map<String, List<String>> users) {
    try {
      left = Stamp.of(file);
      if (left.equals(Stamp.NONE)) {
        return Fingerprint.OF_NO_FILE;
      }
      try (Fingerprinting content = Fingerprinting.of(file)) {
        UsersJson.read(file, content, users);
        if (content.fingerprint().length() != left.length()) {
          throw new IOException("it changes while it is read");
        }
        return content.fingerprint();
      }
    } catch (IOException unreadable) {
      throw new StoreRefusal(file + " cannot be read: " + unreadable, unreadable);
    }
  }

  /** Writes these users beside the file, in the order of their ids; leaves nothing on failure. */
  Replacement write(
      Set<String> users, Function<String, Optional<List<String>>> peers, String suffix)
      throws IOException {
    Replacement fresh = Replacement.of(file, suffix);
    try {
      OutputStream stream = new BufferedOutputStream(fresh, 1 << 16);
      UsersJson.write(users, peers, stream);
      stream.flush();
      fresh.finish();
      return fresh;
    } catch (IOException | RuntimeException | Error failure) {
      try (fresh) {
        throw failure;
      }
    }
  }

  /** Puts what was written in the file's place. */
  void replaceBy(Replacement fresh) throws IOException {
    try {
      fresh.place();
    } finally {
      left = Stamp.of(file);
    }
  }

  /** Whether nobody else has changed, replaced or removed the file. */
  boolean isAsLeft() throws IOException {
    return Stamp.of(file).equals(left);
  }

  /** Keeps a copy of what somebody else has put there, under a name of its own. */
  Path keepCopy() throws IOException {
    try (Fingerprinting content = Fingerprinting.of(file)) {
      content.transferTo(OutputStream.nullOutputStream());
      Path copy = file.resolveSibling(file.getFileName() + ".found-" + content.fingerprint());
      return Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** What tells a file from another one of the same name, without reading it. */
  private record Stamp(Object key, long length, FileTime modified) {

    static final Stamp NONE = new Stamp(null, 0, null);

    static Stamp of(Path file) throws IOException {
      try {
        BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
        return new Stamp(now.fileKey(), now.size(), now.lastModifiedTime());
      } catch (NoSuchFileException absent) {
        return NONE;
      }
    }
  }
}
