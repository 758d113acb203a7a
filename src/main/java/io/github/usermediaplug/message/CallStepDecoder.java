package io.github.usermediaplug.message;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Schema C: {@code call}, {@code accept}, {@code reject}, and the additions of the same form. */
public final class CallStepDecoder extends SchemaDecoder {

  private static final Map<String, CallStep.Verb> VERBS =
      Arrays.stream(CallStep.Verb.values())
          .collect(Collectors.toMap(CallStep.Verb::type, Function.identity()));

  /** Called by WebSocket containers. */
  public CallStepDecoder() {
    super(VERBS.keySet());
  }

  @Override
  ClientMessage bind(String type, Fields fields) throws BadField {
    return new CallStep(VERBS.get(type), fields.name("user"), fields.name("peer"), fields.tx());
  }
}
