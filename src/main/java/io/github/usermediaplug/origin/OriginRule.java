package io.github.usermediaplug.origin;

import io.github.usermediaplug.config.HostAndPort;
import io.github.usermediaplug.config.Key;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which handshakes are taken: those to a name of this server's, from the page's own origin, from
 * one that is allowed, or from none, for then it is no browser (RFC 6455, section 10.2). Schemes
 * are not compared with the request's, which may have lost its TLS to a proxy.
 *
 * @param allowed origins such as {@code https://intranet.example:8443}, or {@code *}
 * @param own the names that this server is called by; empty for any
 */
record OriginRule(List<String> allowed, List<HostAndPort> own) {

  private static final Set<Integer> STANDARD_PORTS = Set.of(80, 443);

  /**
   * The setting that keeps a handshake with these headers out; empty if it is taken.
   *
   * @param origins the value of each {@code Origin} of the request
   * @param hosts the value of each {@code Host}
   */
  Optional<Key<?>> refusal(List<String> origins, List<String> hosts) {
    Optional<HostAndPort> host = only(hosts).flatMap(HostAndPort::of).filter(this::isOwn);
    if (host.isEmpty()) {
      return Optional.of(Key.HOSTS);
    }
    boolean admitted =
        origins.isEmpty() || only(origins).filter(one -> admits(one, host.get())).isPresent();
    return admitted ? Optional.empty() : Optional.of(Key.ALLOWED_ORIGINS);
  }

  private static Optional<String> only(List<String> values) {
    return values.size() == 1 ? Optional.of(values.get(0)) : Optional.empty();
  }

  private boolean isOwn(HostAndPort host) {
    return own.isEmpty() || own.stream().anyMatch(one -> names(one, host));
  }

  /** A name without port is one at any port; a request without port is to one of the standard. */
  private static boolean names(HostAndPort one, HostAndPort host) {
    return one.host().equals(host.host())
        && (one.port().isEmpty()
            || one.port().equals(host.port())
            || host.port().isEmpty() && STANDARD_PORTS.contains(one.port().getAsInt()));
  }

  private boolean admits(String origin, HostAndPort host) {
    Optional<WebOrigin> page = WebOrigin.of(origin);
    return page.filter(from -> from.isServedAt(host)).isPresent()
        || allowed.contains("*")
        || allowed.stream().anyMatch(one -> isSame(one, origin, page));
  }

  /** An operator may allow what is no page of the web, such as {@code capacitor://localhost}. */
  private static boolean isSame(String allowed, String origin, Optional<WebOrigin> page) {
    return page.isPresent() ? page.equals(WebOrigin.of(allowed)) : allowed.equalsIgnoreCase(origin);
  }
}
