package io.github.usermediaplug.socket.intake;

import io.github.usermediaplug.socket.upgrade.IncomingFrames;
import jakarta.websocket.Session;
import java.util.Optional;
import java.util.concurrent.Executor;

/** Tyrus offers nothing, but on Payara it reads from a stream of ours. */
record TyrusValve(IncomingFrames frames, Executor reader) implements Valve {

  static Optional<Valve> of(Session session, Executor reader) {
    return IncomingFrames.of(session)
        .filter(IncomingFrames::canPause)
        .map(frames -> new TyrusValve(frames, reader));
  }

  @Override
  public void pause() {
    frames.pause();
  }

  @Override
  public void resume() {
    frames.resume(reader);
  }
}
