package io.github.usermediaplug.message;

import jakarta.websocket.DecodeException;
import jakarta.websocket.Decoder;
import java.util.Set;

/**
 * Binds the messages of one schema. Stands on its own as a WebSocket decoder, for a Java client or
 * a host application; {@link MessageGate} parses a text once and hands the result to {@link #bind}.
 *
 * <p>Every decoder's parameter is exactly {@link ClientMessage}: Undertow looks decoders up by the
 * exact type, Tomcat and Tyrus by opposite directions of assignability. Stateless, thus safe for
 * any thread.
 */
public abstract class SchemaDecoder implements Decoder.Text<ClientMessage> {

  private final Set<String> types;

  /** Decodes the messages whose {@code type} is one of these. */
  protected SchemaDecoder(Set<String> types) {
    this.types = types;
  }

  final Set<String> types() {
    return types;
  }

  /** Checks and binds the fields of an object whose {@code type} is one of this schema's. */
  abstract ClientMessage bind(String type, Fields fields) throws BadField;

  @Override
  public final boolean willDecode(String text) {
    return types.contains(MessageGate.read(text).type());
  }

  @Override
  public final ClientMessage decode(String text) throws DecodeException {
    ClientMessage message = MessageGate.read(text);
    if (message instanceof Malformed malformed) {
      throw new DecodeException(text, malformed.reason());
    }
    return message;
  }
}
