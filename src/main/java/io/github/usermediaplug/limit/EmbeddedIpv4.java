package io.github.usermediaplug.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The prefixes below which an IPv6 address carries the IPv4 address of its client. A translator's
 * prefix of an operator's own choice cannot be told from others.
 */
enum EmbeddedIpv4 {
  /** RFC 6052. */
  NAT64("0064ff9b0000000000000000", 12),
  /** RFC 8215; of its forms the one with a prefix of 96 bits. */
  LOCAL_NAT64("0064ff9b0001", 12),
  /** RFC 2765. */
  TRANSLATED("0000000000000000ffff0000", 12),
  /** RFC 3056. */
  SIX_TO_FOUR("2002", 2),
  /** RFC 4380: the address of the client's NAT, each bit inverted. */
  TEREDO("20010000", 12);

  private static final int LENGTH = 4;

  private final byte[] prefix;
  private final int offset;

  EmbeddedIpv4(String prefix, int offset) {
    this.prefix = HexFormat.of().parseHex(prefix);
    this.offset = offset;
  }

  static Optional<InetAddress> in(byte[] ipv6) throws UnknownHostException {
    for (EmbeddedIpv4 form : values()) {
      if (Arrays.mismatch(ipv6, form.prefix) == form.prefix.length) {
        return Optional.of(InetAddress.getByAddress(form.extract(ipv6)));
      }
    }
    return Optional.empty();
  }

  private byte[] extract(byte[] ipv6) {
    byte[] ipv4 = Arrays.copyOfRange(ipv6, offset, offset + LENGTH);
    if (this == TEREDO) {
      for (int i = 0; i < LENGTH; i++) {
        ipv4[i] = (byte) ~ipv4[i];
      }
    }
    return ipv4;
  }
}
