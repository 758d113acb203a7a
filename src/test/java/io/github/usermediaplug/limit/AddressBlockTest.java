package io.github.usermediaplug.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlockTest {

  @Test
  void anIpv4AddressIsItself() {
    assertEquals("192.0.2.7", AddressBlock.of("192.0.2.7"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2001:db8:1:2::7",
        "2001:db8:1:2:ffff:ffff:ffff:ffff",
        "2001:DB8:1:2:0:0:0:1",
        "[2001:db8:1:2::9]",
        "2001:db8:1:2::7%eth0"
      })
  void ipv6AddressesOfOneSiteAreOne(String address) {
    assertEquals(AddressBlock.of("2001:db8:1:2::1"), AddressBlock.of(address));
    assertNotEquals(AddressBlock.of("2001:db8:1:3::1"), AddressBlock.of(address));
  }

  @Test
  void anIpv4AddressWrittenAsIpv6IsThatIpv4Address() {
    assertEquals("192.0.2.7", AddressBlock.of("::ffff:192.0.2.7"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<script>", "a\nb", "a b", ":::", "1:2:3:4:5:6:7:8:9"})
  void whatIsNoAddressIsOfOneBlock(String nonsense) {
    assertEquals("unknown", AddressBlock.of(nonsense));
  }

  @Test
  void whereTheContainerKnowsNoneThereIsNone() {
    assertEquals("", AddressBlock.of(null));
    assertEquals("", AddressBlock.of(""));
  }
}
