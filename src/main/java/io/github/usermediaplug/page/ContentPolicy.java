package io.github.usermediaplug.page;

import java.net.URI;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/**
 * The Content-Security-Policy of our page: scripts, styles and pictures of its own and none within
 * the page's text, connections to its own server and to where media is served, recordings played
 * from memory, and nothing else. Nobody may put it into a frame.
 *
 * @param mediaUrl where clients are told to open media, where that is set
 */
record ContentPolicy(Optional<String> mediaUrl) {

  private static final Pattern HOST =
      Pattern.compile("[A-Za-z0-9.-]+(:\\d+)?|\\[[0-9A-Fa-f:.]+](:\\d+)?");

  /** The policy for a page that was asked for at this host. */
  String forHost(String host) {
    return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
        + " media-src 'self' blob:; connect-src "
        + connections(host)
        + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
  }

  /** Older browsers take {@code 'self'} for the page's own scheme only, which no WebSocket has. */
  private String connections(String host) {
    StringJoiner sources = new StringJoiner(" ").add("'self'");
    if (host != null && HOST.matcher(host).matches()) {
      sources.add("ws://" + host).add("wss://" + host);
    }
    mediaUrl.flatMap(ContentPolicy::origin).ifPresent(sources::add);
    return sources.toString();
  }

  /** The origin of an address elsewhere, as a WebSocket's; none for a path on this server. */
  private static Optional<String> origin(String address) {
    try {
      URI uri = URI.create(address);
      if (uri.getScheme() == null || uri.getRawAuthority() == null) {
        return Optional.empty();
      }
      return Optional.of(uri)
          .filter(one -> HOST.matcher(one.getRawAuthority()).matches())
          .map(one -> one.getScheme().replaceFirst("^http", "ws") + "://" + one.getRawAuthority());
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
