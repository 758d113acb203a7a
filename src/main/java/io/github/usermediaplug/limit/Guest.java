package io.github.usermediaplug.limit;

import io.github.usermediaplug.socket.Closing;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** One connection as the {@link Crowd} counts it. Any thread may call it. */
public final class Guest {

  private final Crowd crowd;
  private final AddressBlock address;
  private final Consumer<Closing> turnAway;
  private final AtomicBoolean gone = new AtomicBoolean();

  Guest(Crowd crowd, AddressBlock address, Consumer<Closing> turnAway) {
    this.crowd = crowd;
    this.address = address;
    this.turnAway = turnAway;
  }

  AddressBlock address() {
    return address;
  }

  void turnAway(Closing reason) {
    turnAway.accept(reason);
  }

  /** It has shown who it is. */
  public void known() {
    crowd.known(this);
  }

  /** It has said that it is somebody whom it may not be. */
  public void refused() {
    crowd.refused(this);
  }

  /** Whether so many were refused just now from where it comes that it is one of who guesses. */
  public boolean isSuspect() {
    return crowd.suspects(this);
  }

  /** It has ended; may be said more than once. */
  public void gone() {
    if (gone.compareAndSet(false, true)) {
      crowd.gone(this);
    }
  }
}
