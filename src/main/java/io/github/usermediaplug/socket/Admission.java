package io.github.usermediaplug.socket;

import jakarta.websocket.Session;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * What an endpoint knows of its connection. A container may tell of the end while the door still
 * opens, as when the door itself turns the client away; and some leave a session open whose opening
 * has failed, so that its messages come though nobody is there for them. Any thread may call it.
 *
 * @param <C> what the door makes of a session
 */
public final class Admission<C> {

  private static final Logger LOG = Logger.getLogger(Admission.class.getName());

  private final Consumer<C> closed;
  private volatile Optional<C> connection = Optional.empty(); // by open
  private volatile boolean ended;

  /**
   * Of no session yet.
   *
   * @param closed tells a connection that it has ended; may be called twice
   */
  public Admission(Consumer<C> closed) {
    this.closed = closed;
  }

  /** Has the door admit a session; one that it fails for is closed, and the failure thrown on. */
  public void open(Session session, Function<Session, C> door) {
    try {
      connection = Optional.of(door.apply(session));
    } catch (RuntimeException | Error failure) {
      close(session);
      throw failure;
    }
    if (ended) {
      connection.ifPresent(closed);
    }
  }

  /** Empty until the door has admitted it, which may be never. */
  public Optional<C> connection() {
    return connection;
  }

  /** The session has ended, be it open or not yet. */
  public void end() {
    // Before looking: whoever opens then looks after it.
    ended = true;
    connection.ifPresent(closed);
  }

  private static void close(Session session) {
    try {
      session.close(Closing.BROKEN.reason());
    } catch (IOException | RuntimeException gone) {
      LOG.log(Level.FINE, "The connection was gone before it was closed", gone);
    }
  }
}
