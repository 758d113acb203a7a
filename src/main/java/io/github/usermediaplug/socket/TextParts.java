package io.github.usermediaplug.socket;

/**
 * Puts the parts of a text together and counts them. A handler for whole texts would have Tomcat
 * keep a buffer of the largest size for each session, and Undertow count only within one read. Used
 * by one session's reader at a time.
 */
public final class TextParts {

  private final long limit;
  private String first = "";
  private StringBuilder more;
  private long bytes;

  /** Takes texts of at most so many bytes of UTF-8. */
  public TextParts(long limit) {
    this.limit = limit;
  }

  /** Takes a part; says no where the text grows over the limit. */
  public boolean add(String part) {
    bytes += Utf8.length(part);
    if (bytes > limit) {
      return false;
    }
    if (more != null) {
      more.append(part);
    } else if (first.isEmpty()) {
      first = part;
    } else {
      more = new StringBuilder(first).append(part);
    }
    return true;
  }

  /** What the text takes of the memory so far, in bytes: two a character in most alphabets. */
  public long memory() {
    return 2L * (more == null ? first.length() : more.capacity());
  }

  /** The whole text; the next part begins another. */
  public Frame.Text take() {
    Frame.Text whole = new Frame.Text(more == null ? first : more.toString(), (int) bytes);
    first = "";
    more = null;
    bytes = 0;
    return whole;
  }
}
