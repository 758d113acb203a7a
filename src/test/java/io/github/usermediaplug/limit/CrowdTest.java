package io.github.usermediaplug.limit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.Settings;
import io.github.usermediaplug.socket.FakeSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CrowdTest {

  private static final String ADDRESS = "192.0.2.7";

  private final Crowd crowd = new Crowd(Settings.of(Map.of("connections-per-address", "1")));

  @Test
  void whoCannotEvenBeTurnedAwayIsNotCounted() {
    Guest first = enter();
    assertThrows(OutOfMemoryError.class, () -> enter());
    assertTrue(crowd.isFull(AddressBlock.of(ADDRESS)));
    first.gone();
    assertFalse(crowd.isFull(AddressBlock.of(ADDRESS)));
  }

  @Test
  void ofTooManyStrangersOneGoesOfTheAddressThatHasMost() {
    Crowd small = new Crowd(Settings.of(Map.of("unidentified-connections", "4")));
    List<String> gone = new ArrayList<>();
    Guest honest = enter(small, "192.0.2.1", gone);
    for (int i = 0; i < 20; i++) {
      enter(small, "192.0.2.2", gone);
    }
    enter(small, "192.0.2.3", gone);
    assertEquals(List.of("192.0.2.2"), gone.stream().distinct().toList());
    honest.known();
    honest.gone();
    gone.clear();
    enter(small, "192.0.2.4", gone);
    assertEquals(List.of(), gone, "those who are known or gone take no place");
  }

  @Test
  void ofAsManyStrangersEachTheEldestGoes() {
    Crowd small = new Crowd(Settings.of(Map.of("unidentified-connections", "2")));
    List<String> gone = new ArrayList<>();
    enter(small, "192.0.2.1", gone);
    enter(small, "192.0.2.2", gone);
    enter(small, "192.0.2.3", gone);
    assertEquals(List.of("192.0.2.1"), gone);
  }

  @Test
  void aSiteHasALimitOfItsOwnOverAllItsAddresses() {
    Crowd small = new Crowd(limits(3, 5));
    List<String> gone = new ArrayList<>();
    Guest first = enter(small, "2001:db8:1:1::1", gone);
    for (int link = 2; link <= 5; link++) {
      enter(small, "2001:db8:1:" + link + "::1", gone);
    }
    assertTrue(small.isFull(AddressBlock.of("2001:db8:1:6::1")));
    assertFalse(small.isFull(AddressBlock.of("2001:db8:2:1::1")));
    assertFalse(small.isFull(AddressBlock.of("192.0.2.7")));
    assertEquals(List.of(), gone);
    enter(small, "2001:db8:1:6::1", gone).gone();
    assertEquals(List.of("2001:db8:1:6::1"), gone, "one that came past the filter");
    first.gone();
    assertFalse(small.isFull(AddressBlock.of("2001:db8:1:6::1")));
  }

  @ParameterizedTest
  @CsvSource({
    "3, 0, false",
    "3, 2, false",
    "0, 2, false",
    "0, 0, false",
    "2, 3, true",
    "2, 2, true"
  })
  void aSiteNeverHasLessThanAnAddressAndNoLimitIfThatHasNone(int address, int site, boolean full) {
    Crowd small = new Crowd(limits(address, site));
    List<String> gone = new ArrayList<>();
    enter(small, "2001:db8:1:1::1", gone);
    enter(small, "2001:db8:1:2::1", gone);
    if (site == 3) {
      enter(small, "2001:db8:1:3::1", gone);
    }
    assertEquals(full, small.isFull(AddressBlock.of("2001:db8:1:9::1")));
    assertEquals(List.of(), gone);
  }

  @Test
  void anIpv4AddressHasOneCountInAllItsForms() {
    Crowd small = new Crowd(limits(4, 6));
    for (String form :
        List.of("192.0.2.7", "::ffff:192.0.2.7", "64:ff9b::192.0.2.7", "2002:c000:207::1")) {
      assertFalse(small.isFull(AddressBlock.of(form)));
      enter(small, form, new ArrayList<>());
    }
    assertTrue(small.isFull(AddressBlock.of("192.0.2.7")));
    assertFalse(small.isFull(AddressBlock.of("64:ff9b::192.0.2.8")), "others behind NAT64");
  }

  /** Each from another /64, so that no address has more than one. */
  @Test
  void aWholeSiteOfStrangersPutsNobodyElseOut() {
    Crowd small = new Crowd(Settings.of(Map.of("unidentified-connections", "4")));
    List<String> gone = new ArrayList<>();
    enter(small, "2001:db8:1:1::1", gone);
    enter(small, "192.0.2.1", gone);
    for (int link = 0; link < 20; link++) {
      enter(small, "2001:db8:2:" + link + "::1", gone);
    }
    assertEquals(18, gone.size());
    assertTrue(
        gone.stream().allMatch(address -> address.startsWith("2001:db8:2:")), gone::toString);
    assertEquals("2001:db8:2:0::1", gone.get(0));
  }

  @Test
  void withinASiteTheAddressThatHasMostGoes() {
    Crowd small = new Crowd(Settings.of(Map.of("unidentified-connections", "3")));
    List<String> gone = new ArrayList<>();
    enter(small, "2001:db8:1:1::1", gone);
    enter(small, "2001:db8:1:2::1", gone);
    enter(small, "2001:db8:1:2::2", gone);
    enter(small, "192.0.2.1", gone);
    assertEquals(List.of("2001:db8:1:2::1"), gone);
  }

  @Test
  void aSiteOfWhichManyAreRefusedIsSuspectAndNoOther() {
    Crowd crowd = new Crowd(Settings.of(Map.of()));
    List<String> gone = new ArrayList<>();
    Guest guesser = enter(crowd, "2001:db8:1:1::1", gone);
    IntStream.range(0, 200).forEach(i -> guesser.refused());
    assertFalse(guesser.isSuspect());
    IntStream.range(0, 2_000).forEach(i -> guesser.refused());
    assertTrue(guesser.isSuspect());
    assertTrue(enter(crowd, "2001:db8:1:2::1", gone).isSuspect(), "another address of the site");
    assertFalse(enter(crowd, "2001:db8:2:1::1", gone).isSuspect());
  }

  @Test
  void ifThereAreTooManyInAllTheNewestOfWhereMostAreGoes() {
    Crowd small = new Crowd(Settings.of(Map.of("connections", "4")));
    List<String> gone = new ArrayList<>();
    enter(small, "192.0.2.1", gone);
    enter(small, "2001:db8:1:1::1", gone);
    enter(small, "2001:db8:1:2::1", gone);
    enter(small, "2001:db8:1:2::2", gone);
    assertTrue(small.isFull(AddressBlock.of("2001:db8:1:3::1")), "most are of this site");
    assertFalse(small.isFull(AddressBlock.of("192.0.2.2")));
    enter(small, "192.0.2.2", gone);
    assertEquals(List.of("2001:db8:1:2::2"), gone);
    enter(small, "2001:db8:1:1::3", gone);
    assertEquals(List.of("2001:db8:1:2::2", "2001:db8:1:1::3"), gone, "past the filter");
  }

  @Test
  void ifAllHaveOneNobodyGivesWay() {
    Crowd small = new Crowd(Settings.of(Map.of("connections", "2")));
    List<String> gone = new ArrayList<>();
    enter(small, "192.0.2.1", gone);
    Guest second = enter(small, "192.0.2.2", gone);
    assertTrue(small.isFull(AddressBlock.of("192.0.2.3")));
    second.gone();
    assertFalse(small.isFull(AddressBlock.of("192.0.2.3")));
    assertEquals(List.of(), gone);
  }

  @Test
  void byDefaultThereIsOneForEach128KibibytesOfTheHeap() {
    assertEquals(4_096, Crowd.fitting(512 << 20));
    assertEquals(Integer.MAX_VALUE, Crowd.fitting(Long.MAX_VALUE));
  }

  private static Configuration limits(int address, int site) {
    return Settings.of(
        Map.of("connections-per-address", "" + address, "connections-per-site", "" + site));
  }

  private static Guest enter(Crowd crowd, String address, List<String> gone) {
    FakeSession client = new FakeSession();
    CallerAddress.remember(AddressBlock.of(address));
    CallerAddress.keepIn(client.properties);
    CallerAddress.forget();
    return crowd.enter(client.session, reason -> gone.add(address));
  }

  private Guest enter() {
    FakeSession client = new FakeSession();
    CallerAddress.remember(AddressBlock.of(ADDRESS));
    CallerAddress.keepIn(client.properties);
    CallerAddress.forget();
    return crowd.enter(
        client.session,
        reason -> {
          throw new OutOfMemoryError("no more threads");
        });
  }
}
