package io.github.usermediaplug.socket.intake;

import jakarta.websocket.Session;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/** The reading side of one connection. Any thread may call it; it never waits. */
public final class Intake {

  private final Valve valve;
  private volatile boolean paused; // written under this

  private Intake(Valve valve) {
    this.valve = valve;
  }

  /**
   * The intake of this session, by whatever its container offers.
   *
   * @param reader runs what reads on after a pause if the container has no thread for that; the
   *     task does not block
   */
  public static Intake of(Session session, Executor reader) {
    return new Intake(Valves.of(session, reader));
  }

  /**
   * Whether this may be paused until somebody else has read, be it for long. Elsewhere pongs tell
   * how much a client has taken, and those of a paused client are not read: two could wait for each
   * other for ever.
   */
  public boolean canWaitForOthers() {
    return canPause() && !(valve instanceof TyrusValve);
  }

  /** So many bytes of a message have reached the endpoint, perhaps the last of it. */
  public void given(int bytes, boolean last) {
    valve.given(bytes, last);
  }

  /**
   * Has this told how many frames have come that no message needed: control frames and tiny
   * fragments, which reach no endpoint. Undertow alone tells of them, in a worker's thread; there
   * the few threads that read for all parse them.
   */
  public void whenNeedless(IntConsumer action) {
    valve.whenNeedless(action);
  }

  /** Whether {@link #pauseWhile} has any effect here. */
  public boolean canPause() {
    return valve != Valve.NONE;
  }

  /** Whether nothing is being read. */
  public boolean isPaused() {
    return paused;
  }

  /**
   * Reads or does not read, as the condition says. It is asked under this object's lock, so that of
   * two threads, one that saw the backlog full and one that saw it empty, the later view holds; and
   * once more after a pause, for who makes room and then sees no pause does not ask.
   */
  public synchronized void pauseWhile(BooleanSupplier condition) {
    set(condition.getAsBoolean());
    if (paused) {
      set(condition.getAsBoolean());
    }
  }

  private void set(boolean pause) {
    if (pause == paused) {
      return;
    }
    paused = pause;
    if (pause) {
      valve.pause();
    } else {
      valve.resume();
    }
  }
}
