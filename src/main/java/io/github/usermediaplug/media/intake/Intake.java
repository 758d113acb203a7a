package io.github.usermediaplug.media.intake;

import jakarta.websocket.Session;
import java.util.function.BooleanSupplier;

/** The reading side of one connection. Any thread may call it; it never waits. */
public final class Intake {

  private final Valve valve;
  private boolean paused; // guarded by this

  private Intake(Valve valve) {
    this.valve = valve;
  }

  /** The intake of this session, by whatever its container offers. */
  public static Intake of(Session session) {
    return new Intake(Valves.of(session));
  }

  /** Whether {@link #pauseWhile} has any effect here. */
  public boolean canPause() {
    return valve != Valve.NONE;
  }

  /** Whether nothing is being read. */
  public synchronized boolean isPaused() {
    return paused;
  }

  /**
   * Reads or does not read, as the condition says. It is asked under this object's lock, so that of
   * two threads, one that saw the backlog full and one that saw it empty, the later view holds.
   */
  public synchronized void pauseWhile(BooleanSupplier condition) {
    boolean pause = condition.getAsBoolean();
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
