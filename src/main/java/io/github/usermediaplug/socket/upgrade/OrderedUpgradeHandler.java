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
  private UnfinishedFrame frame;

  /** For the container. */
  public OrderedUpgradeHandler() {}

  void initFirst(HttpUpgradeHandler other, UnfinishedFrame kept) {
    handler = other;
    frame = kept;
  }

  @Override
  public void init(WebConnection connection) {
    try {
      LateListening input = new LateListening(connection.getInputStream(), frame);
      frame.on(connection);
      handler.init(new Upgraded(connection, input));
      input.listen();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void destroy() {
    handler.destroy();
  }
}
