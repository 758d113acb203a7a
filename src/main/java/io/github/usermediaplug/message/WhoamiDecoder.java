package io.github.usermediaplug.message;

import java.util.Set;

/** Schema Z: {@code whoami}. */
public final class WhoamiDecoder extends SchemaDecoder {

  /** Called by WebSocket containers. */
  public WhoamiDecoder() {
    super(Set.of(Whoami.TYPE));
  }

  @Override
  ClientMessage bind(String type, Fields fields) throws BadField {
    return new Whoami(
        fields.name("user"),
        fields.optionalText("token"),
        fields.optionalText("resume"),
        fields.tx());
  }
}
