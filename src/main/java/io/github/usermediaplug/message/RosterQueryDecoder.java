package io.github.usermediaplug.message;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Schema B: {@code peers}, {@code peers-online}. */
public final class RosterQueryDecoder extends SchemaDecoder {

  private static final Map<String, RosterQuery.Kind> KINDS =
      Arrays.stream(RosterQuery.Kind.values())
          .collect(Collectors.toMap(RosterQuery.Kind::type, Function.identity()));

  /** Called by WebSocket containers. */
  public RosterQueryDecoder() {
    super(KINDS.keySet());
  }

  @Override
  ClientMessage bind(String type, Fields fields) throws BadField {
    return new RosterQuery(KINDS.get(type), fields.name("user"), fields.tx());
  }
}
