package io.github.usermediaplug.socket;

import jakarta.websocket.Extension;
import jakarta.websocket.server.ServerEndpointConfig;
import java.util.List;

/**
 * Agrees to no extension. Tomcat would compress every message: media does not compress, and each
 * connection would hold its own dictionaries outside the heap that the backlogs are bounded by.
 */
public class NoExtensions extends ServerEndpointConfig.Configurator {

  @Override
  public List<Extension> getNegotiatedExtensions(
      List<Extension> installed, List<Extension> requested) {
    return List.of();
  }
}
