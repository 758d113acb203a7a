package io.github.usermediaplug.socket;

import io.github.usermediaplug.socket.idle.IdleTimeout;
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
      IdleTimeout.none(session);
      connection = Optional.of(door.apply(session));
    } catch (RuntimeException | Error failure) {
      close(session);
      throw failure;
    }
    if (ended) {
      connection.ifPresent(closed);
    }
  }

  /** Tells the connection something; nobody, until the door has admitted it, which may be never. */
  public void tell(Consumer<C> news) {
    connection.ifPresent(one -> withLoader(() -> news.accept(one)));
  }

  /** The session has ended, be it open or not yet. */
  public void end() {
    // Before looking: whoever opens then looks after it.
    ended = true;
    tell(closed);
  }

  /** Payara's threads have no class loader once the application is about to stop; CDI needs one. */
  private static void withLoader(Runnable work) {
    Thread thread = Thread.currentThread();
    if (thread.getContextClassLoader() != null) {
      work.run();
      return;
    }
    thread.setContextClassLoader(Admission.class.getClassLoader());
    try {
      work.run();
    } finally {
      thread.setContextClassLoader(null);
    }
  }

  private static void close(Session session) {
    try {
      session.close(Closing.BROKEN.reason());
    } catch (IOException | RuntimeException gone) {
      LOG.log(Level.FINE, "The connection was gone before it was closed", gone);
    }
  }
}
