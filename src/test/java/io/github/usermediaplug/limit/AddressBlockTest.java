package io.github.usermediaplug.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressBlockTest {

  private static final AddressBlock IPV4 = new AddressBlock("192.0.2.7", "192.0.2.7");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "192.0.2.7",
        "192.0.2.7:4711",
        "192.000.002.007",
        "::ffff:192.0.2.7",
        "::FFFF:C000:207",
        "[::ffff:192.0.2.7]:4711",
        "0:0:0:0:0:ffff:c000:0207",
        "::ffff:0:192.0.2.7",
        "64:ff9b::192.0.2.7",
        "0064:FF9B:0:0::c000:207",
        "64:ff9b:1::192.0.2.7",
        "64:ff9b:1:ffff:1:2:c000:207",
        "2002:c000:207::1",
        "2002:C000:0207:ffff:ffff:ffff:ffff:ffff",
        "[2002:c000:207::1%eth0]:4711",
        "2001:0:4136:e378:8000:63bf:3fff:fdf8",
        "2001::3fff:fdf8"
      })
  void allFormsOfOneIpv4AddressAreThatAddress(String address) {
    assertEquals(IPV4, AddressBlock.of(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2001:db8:1:2::7",
        "2001:db8:1:2:ffff:ffff:ffff:ffff",
        "2001:DB8:1:2:0:0:0:1",
        "2001:0db8:0001:0002:0000:0000:0000:0001",
        "2001:db8:1:2::192.0.2.7",
        "[2001:db8:1:2::9]",
        "[2001:db8:1:2::9]:4711",
        "[2001:db8:1:2::9%25eth0]:4711",
        "2001:db8:1:2::7%eth0",
        "2001:db8:1:2::7%",
        "2001:db8:1:2:0:5efe:192.0.2.7" // ISATAP: any host of the link can take it
      })
  void ipv6AddressesOfOneLinkAreOne(String address) {
    assertEquals(
        new AddressBlock("2001:db8:1:2:0:0:0:0/64", "2001:db8:1:0:0:0:0:0/48"),
        AddressBlock.of(address));
  }

  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:3::1, true",
    "2001:db8:1:ffff::1, true",
    "2001:db8:2:2::1, false",
    "2001:1:1:2::1, false", // not Teredo's prefix
    "64:ff9b:2::192.0.2.7, false",
    "2003:c000:207::1, false",
    "fd00:1:1:2::1, false",
    "::1, false",
  })
  void otherLinksAreOthersAndTheSiteIsTheFirst48Bits(String address, boolean sameSite) {
    AddressBlock one = AddressBlock.of("2001:db8:1:2::1");
    AddressBlock other = AddressBlock.of(address);
    assertNotEquals(one.name(), other.name());
    assertEquals(sameSite, one.site().equals(other.site()));
    assertNotEquals(IPV4, other);
  }

  @Test
  void aHostNameIsOneHoweverItIsSpelled() {
    assertEquals(AddressBlock.of("client.example"), AddressBlock.of("CLIENT.example"));
    assertNotEquals(AddressBlock.of("client.example"), AddressBlock.of("other.example"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "unknown",
        "<script>",
        "a\nb",
        "a b",
        ":::",
        "1:2:3:4:5:6:7:8:9",
        "::ffff:256.0.0.1",
        "256.0.0.1",
        "192.0.2.7:",
        "192.0.2.7:port",
        "2001:db8::1\n",
        "2001:db8::1 x",
        "[2001:db8::1]x"
      })
  void whatIsNoAddressIsOfOneBlock(String nonsense) {
    assertEquals(new AddressBlock("unknown", "unknown"), AddressBlock.of(nonsense));
  }

  @Test
  void whereTheContainerKnowsNoneItIsOfThatBlockToo() {
    assertEquals(AddressBlock.UNKNOWN, AddressBlock.of(null));
    assertEquals(AddressBlock.UNKNOWN, AddressBlock.of(""));
  }
}
