package io.github.usermediaplug.presence;

import io.github.usermediaplug.identity.Secret;
import io.github.usermediaplug.message.ServerMessage;
import io.github.usermediaplug.socket.Closing;

/**
 * One client's {@code /meta} connection, as the rooms see it. Compared by identity. Any thread may
 * call it, also in a turn of the exchange: sending is put off until the turn is over, in the order
 * asked for.
 */
public interface Connection {

  /** The user it has identified as; empty before that. Written once, in a turn. */
  String user();

  /** The secret with which a later connection takes this one over. */
  Secret resume();

  /** Sends a message whose text is already written, and which its own user has caused. */
  void send(String json);

  /** Sends what another user has caused; see {@link Backpressure}. */
  void push(String from, String json);

  /** Sends another user's presence; of those that wait only the newest of a user is kept. */
  void pushPresence(String from, String json);

  /**
   * Whether another user may push this message too. If not, whoever can be refused is: nobody is
   * closed because of what others sent it.
   *
   * @param paired whether the two are paired
   */
  boolean admits(String from, String json, boolean paired);

  /** Sends a message. */
  default void send(ServerMessage message) {
    send(message.json());
  }

  /** Closes the connection after what was sent before. */
  void close(Closing reason);
}
