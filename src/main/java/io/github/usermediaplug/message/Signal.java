package io.github.usermediaplug.message;

import java.util.Optional;

/**
 * An opaque text for the peer of a ringing call or a pair, such as a WebRTC offer.
 *
 * @param data never read by the server
 */
public record Signal(String user, String peer, String data, Optional<Tx> tx)
    implements ClientMessage {

  static final String TYPE = "signal";

  @Override
  public String type() {
    return TYPE;
  }
}
