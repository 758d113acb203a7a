package io.github.usermediaplug.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where a client connects from, as limits count it. An IPv6 address that carries an IPv4 address is
 * that IPv4 address.
 *
 * @param name what counts as one address: an IPv4 address, or a /64 of IPv6, for a host may choose
 *     any address in its own (RFC 4291)
 * @param site what one holder may choose /64s from: a /48 of IPv6 (RFC 6177), or the IPv4 address
 */
record AddressBlock(String name, String site) {

  /** The one block of all that have no address, or none that is one. */
  static final AddressBlock UNKNOWN = new AddressBlock("unknown", "unknown");

  private static final Pattern IPV4 = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,3}){3})(?::\\d+)?");
  private static final Pattern IPV6 =
      Pattern.compile("\\[?([0-9a-fA-F.:]*:[0-9a-fA-F.:]*)(?:%[^\\]]*)?(?:\\](?::\\d+)?)?");
  private static final Pattern HOST_NAME = Pattern.compile("[0-9A-Za-z._-]{1,64}");
  private static final int ADDRESS_BYTES = 16;
  private static final int MOST = 255;

  /**
   * The block of a remote address as a container names it, with or without port and zone. What is
   * no address, as a header that a proxy passed on may be, is all of one block, and so is who has
   * none.
   */
  static AddressBlock of(String remote) {
    if (remote == null || remote.isBlank()) {
      return UNKNOWN;
    }
    var ipv4 = IPV4.matcher(remote);
    if (ipv4.matches()) {
      return ipv4(ipv4.group(1));
    }
    var ipv6 = IPV6.matcher(remote);
    if (ipv6.matches()) {
      return ipv6(ipv6.group(1));
    }
    return HOST_NAME.matcher(remote).matches() ? single(remote.toLowerCase(Locale.ROOT)) : UNKNOWN;
  }

  private static AddressBlock ipv4(String literal) {
    int[] octets = Arrays.stream(literal.split("\\.")).mapToInt(Integer::parseInt).toArray();
    return Arrays.stream(octets).allMatch(octet -> octet <= MOST)
        ? single(Arrays.stream(octets).mapToObj(Integer::toString).collect(Collectors.joining(".")))
        : UNKNOWN;
  }

  /** In brackets it is never looked up in any directory of names. */
  private static AddressBlock ipv6(String literal) {
    try {
      InetAddress address = InetAddress.getByName("[" + literal + "]");
      if (!(address instanceof Inet6Address)) {
        return single(address.getHostAddress()); // ::ffff:0:0/96
      }
      byte[] bytes = address.getAddress();
      var ipv4 = EmbeddedIpv4.in(bytes);
      return ipv4.isPresent()
          ? single(ipv4.get().getHostAddress())
          : new AddressBlock(prefix(bytes, 64), prefix(bytes, 48));
    } catch (UnknownHostException noAddress) {
      return UNKNOWN;
    }
  }

  private static AddressBlock single(String name) {
    return new AddressBlock(name, name);
  }

  private static String prefix(byte[] address, int bits) throws UnknownHostException {
    byte[] network = Arrays.copyOf(Arrays.copyOf(address, bits / Byte.SIZE), ADDRESS_BYTES);
    return InetAddress.getByAddress(network).getHostAddress() + "/" + bits;
  }
}
