package io.github.usermediaplug.bench.limit;

import java.io.IOException;
import java.nio.ByteBuffer;

/** How a minimal endpoint sends to one connection. Any thread may send. */
interface Line {

  void text(String message) throws IOException;

  /** The buffer is the container's own: it is used again when this returns. */
  void binary(ByteBuffer message) throws IOException;
}
