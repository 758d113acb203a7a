package io.github.usermediaplug.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** What counts as one address: a site has a whole /64 of IPv6 to choose from (RFC 6177). */
final class AddressBlock {

  private static final Pattern IPV6 =
      Pattern.compile("\\[?([0-9a-fA-F.:]*:[0-9a-fA-F.:]*)[%\\]]?.*");
  private static final Pattern PLAIN = Pattern.compile("[0-9A-Za-z._-]{1,64}");
  private static final int PREFIX_BYTES = 8;

  private AddressBlock() {}

  /**
   * The block of a remote address as a container names it; empty where it names none. What is no
   * address, as a header that a proxy passed on may be, is all of one block.
   */
  static String of(String remote) {
    if (remote == null || remote.isBlank()) {
      return "";
    }
    var ipv6 = IPV6.matcher(remote);
    if (ipv6.matches()) {
      return prefix(ipv6.group(1));
    }
    return PLAIN.matcher(remote).matches() ? remote : "unknown";
  }

  /** A text of digits and colons alone is never looked up in any directory of names. */
  private static String prefix(String literal) {
    try {
      InetAddress address = InetAddress.getByName("[" + literal + "]");
      if (!(address instanceof Inet6Address)) {
        return address.getHostAddress();
      }
      byte[] network = Arrays.copyOf(address.getAddress(), PREFIX_BYTES);
      return InetAddress.getByAddress(Arrays.copyOf(network, 2 * PREFIX_BYTES)).getHostAddress()
          + "/64";
    } catch (UnknownHostException noAddress) {
      return "unknown";
    }
  }
}
