package io.github.usermediaplug.message;

import java.util.Set;

/** Schema F: {@code status}. */
public final class StatusChangeDecoder extends SchemaDecoder {

  /** Called by WebSocket containers. */
  public StatusChangeDecoder() {
    super(Set.of(StatusChange.TYPE));
  }

  @Override
  ClientMessage bind(String type, Fields fields) throws BadField {
    return new StatusChange(fields.name("user"), fields.name("status"), fields.tx());
  }
}
