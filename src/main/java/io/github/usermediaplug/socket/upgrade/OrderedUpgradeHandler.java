package io.github.usermediaplug.socket.upgrade;

import jakarta.servlet.http.HttpUpgradeHandler;
import jakarta.servlet.http.WebConnection;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Runs another handler, whose listener the container is told of once that handler's {@code init}
 * has returned. Public, with a public constructor, because the container makes it.
 */
public final class OrderedUpgradeHandler implements HttpUpgradeHandler {

  private HttpUpgradeHandler handler; // by the handshake's thread, which then calls init
  private IncomingFrames frames;

  /** For the container. */
  public OrderedUpgradeHandler() {}

  void initFirst(HttpUpgradeHandler other, IncomingFrames kept) {
    handler = other;
    frames = kept;
  }

  @Override
  public void init(WebConnection connection) {
    try {
      PausableInput input = new PausableInput(connection.getInputStream(), frames);
      frames.on(connection, input);
      RatedPongs output = new RatedPongs(connection.getOutputStream(), frames);
      handler.init(new Upgraded(connection, input, output));
      input.listen();
    } catch (IOException failure) {
      frames.abort();
      throw new UncheckedIOException(failure);
    } catch (RuntimeException failure) {
      frames.abort(); // nobody else knows the connection, which would stay for ever
      throw failure;
    }
  }

  @Override
  public void destroy() {
    handler.destroy();
  }
}
