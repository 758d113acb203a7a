package io.github.usermediaplug.message;

import java.util.Set;

/** The addition {@code signal}. */
public final class SignalDecoder extends SchemaDecoder {

  /** Called by WebSocket containers. */
  public SignalDecoder() {
    super(Set.of(Signal.TYPE));
  }

  @Override
  ClientMessage bind(String type, Fields fields) throws BadField {
    return new Signal(fields.name("user"), fields.name("peer"), fields.text("data"), fields.tx());
  }
}
