package io.github.usermediaplug.bench.raw;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** One of the two connections of a pair, with what it has read for the other. */
final class Leg {

  private static final int BUFFER = 128 << 10;

  private final SocketChannel channel;
  private final SelectionKey key;
  private final ByteBuffer read = ByteBuffer.allocateDirect(BUFFER);
  private Leg other;

  Leg(SocketChannel channel, SelectionKey key) {
    this.channel = channel;
    this.key = key;
  }

  void ready(Map<String, Leg> waiting) {
    try {
      if (key.isValid() && key.isWritable()) {
        other.pass();
      }
      if (key.isValid() && key.isReadable()) {
        if (channel.read(read) < 0) {
          end();
        } else if (other == null) {
          name(waiting);
        } else {
          pass();
        }
      }
    } catch (IOException gone) {
      end();
    }
  }

  /** Hands on what has been read; reads no more until all of it has gone. */
  private void pass() throws IOException {
    read.flip();
    other.channel.write(read);
    boolean all = !read.hasRemaining();
    read.compact();
    key.interestOps(key.interestOps() & ~SelectionKey.OP_READ | (all ? SelectionKey.OP_READ : 0));
    other.key.interestOps(
        other.key.interestOps() & ~SelectionKey.OP_WRITE | (all ? 0 : SelectionKey.OP_WRITE));
  }

  private void name(Map<String, Leg> waiting) throws IOException {
    if (read.position() == 0 || read.get(read.position() - 1) != '\n') {
      return;
    }
    String pair = StandardCharsets.US_ASCII.decode(read.flip()).toString();
    read.clear();
    other = waiting.remove(pair);
    if (other == null) {
      waiting.put(pair, this);
    } else {
      other.other = this;
      begin();
      other.begin();
    }
  }

  /** In the form of a WebSocket's text, which the load generator awaits everywhere. */
  private void begin() throws IOException {
    byte[] text = "{\"type\":\"pair\"}".getBytes(StandardCharsets.US_ASCII);
    channel.write(
        ByteBuffer.allocate(2 + text.length)
            .put((byte) 0x81)
            .put((byte) text.length)
            .put(text)
            .flip());
  }

  private void end() {
    close();
    if (other != null) {
      other.close();
    }
  }

  private void close() {
    key.cancel();
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      // It is closed all the same.
    }
  }
}
