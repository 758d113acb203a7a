package io.github.usermediaplug.message;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Schema A: {@code reg-user}, {@code add-peers}, {@code del-peers}. */
public final class RosterChangeDecoder extends SchemaDecoder {

  private static final Map<String, RosterChange.Kind> KINDS =
      Arrays.stream(RosterChange.Kind.values())
          .collect(Collectors.toMap(RosterChange.Kind::type, Function.identity()));

  /** Called by WebSocket containers. */
  public RosterChangeDecoder() {
    super(KINDS.keySet());
  }

  @Override
  ClientMessage bind(String type, Fields fields) throws BadField {
    return new RosterChange(
        KINDS.get(type), fields.name("user"), fields.names("peers"), fields.tx());
  }
}
