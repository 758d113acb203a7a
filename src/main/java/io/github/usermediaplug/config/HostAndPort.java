package io.github.usermediaplug.config;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A host and perhaps a port, as a {@code Host} header has them (RFC 9110, section 7.2).
 *
 * @param host in lower case; a literal of IPv6 in brackets, in one form for each address
 */
public record HostAndPort(String host, OptionalInt port) {

  private static final Pattern FORM =
      Pattern.compile(
          "(?:([0-9A-Za-z._-]+)|(\\[[0-9A-Fa-f.]*:[0-9A-Fa-f:.]*\\]))(?::([1-9][0-9]{0,4}))?");
  private static final int LARGEST_PORT = 65_535;

  /** Empty for a text of another form, be it with user info, a path, a blank or an empty port. */
  public static Optional<HostAndPort> of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      return Optional.empty();
    }
    OptionalInt port =
        form.group(3) == null
            ? OptionalInt.empty()
            : OptionalInt.of(Integer.parseInt(form.group(3)));
    if (port.orElse(0) > LARGEST_PORT) {
      return Optional.empty();
    }
    Optional<String> host =
        form.group(2) == null
            ? Optional.of(form.group(1).toLowerCase(Locale.ROOT))
            : ipv6(form.group(2));
    return host.map(name -> new HostAndPort(name, port));
  }

  /** What is in brackets is never looked up in any directory of names. */
  private static Optional<String> ipv6(String literal) {
    try {
      return Optional.of("[" + InetAddress.getByName(literal).getHostAddress() + "]");
    } catch (UnknownHostException noAddress) {
      return Optional.empty();
    }
  }
}
