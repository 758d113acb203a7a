package io.github.usermediaplug.socket;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Puts the parts of a binary message together. Every part is copied: Undertow and Tomcat use the
 * buffer again as soon as the handler returns. Used by one session's reader at a time.
 */
public final class BinaryParts {

  private static final byte[] NOTHING = {};

  private final long limit;
  private byte[] first = NOTHING;
  private ByteArrayOutputStream more;
  private long bytes;

  /** Takes messages of at most so many bytes. */
  public BinaryParts(long limit) {
    this.limit = limit;
  }

  /** Takes a part; says no where the message grows over the limit. */
  public boolean add(ByteBuffer part) {
    bytes += part.remaining();
    if (bytes > limit) {
      return false;
    }
    byte[] copy = new byte[part.remaining()];
    part.get(copy);
    if (more != null) {
      more.writeBytes(copy);
    } else if (first.length == 0) {
      first = copy;
    } else {
      more = new ByteArrayOutputStream((int) Math.min(limit, 2 * bytes));
      more.writeBytes(first);
      more.writeBytes(copy);
    }
    return true;
  }

  /** The whole message; the next part begins another. */
  public Frame.Binary take() {
    Frame.Binary whole = new Frame.Binary(more == null ? first : more.toByteArray());
    first = NOTHING;
    more = null;
    bytes = 0;
    return whole;
  }
}
