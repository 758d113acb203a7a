package io.github.usermediaplug.origin;

import io.github.usermediaplug.config.HostAndPort;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The origin of a page, as a browser serializes it (RFC 6454, section 6.2). */
record WebOrigin(String scheme, String host, int port) {

  private static final Pattern FORM = Pattern.compile("(?i)(https?)://(.+)");

  /** Empty for what is no origin of a page of the web, {@code null} too. */
  static Optional<WebOrigin> of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    String scheme = form.group(1).toLowerCase(Locale.ROOT);
    return HostAndPort.of(form.group(2))
        .map(at -> new WebOrigin(scheme, at.host(), at.port().orElse(standardPort(scheme))));
  }

  /** Whether a request with this {@code Host} goes to where the page came from. */
  boolean isServedAt(HostAndPort own) {
    return own.host().equals(host) && own.port().orElse(standardPort(scheme)) == port;
  }

  private static int standardPort(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }
}
