package io.github.usermediaplug.origin;

import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Which origins may connect: the page's own, those allowed by name, and whoever has none, for then
 * it is no browser (RFC 6455, section 10.2). Schemes are not compared with the request's, which may
 * have lost its TLS to a proxy.
 *
 * @param allowed origins such as {@code https://intranet.example:8443}, or {@code *}
 */
record OriginRule(List<String> allowed) {

  boolean admits(String origin, String host) {
    if (origin == null || allowed.contains("*")) {
      return true;
    }
    return allowed.stream().anyMatch(origin::equalsIgnoreCase) || isSame(origin, host);
  }

  private static boolean isSame(String origin, String host) {
    if (host == null) {
      return false;
    }
    try {
      URI uri = URI.create(origin.toLowerCase(Locale.ROOT));
      int standard = "https".equals(uri.getScheme()) ? 443 : 80;
      URI own = URI.create("http://" + host.toLowerCase(Locale.ROOT));
      return uri.getHost() != null
          && uri.getHost().equals(own.getHost())
          && port(uri, standard) == port(own, standard);
    } catch (IllegalArgumentException notAnOrigin) {
      return false;
    }
  }

  private static int port(URI uri, int standard) {
    return uri.getPort() < 0 ? standard : uri.getPort();
  }
}
