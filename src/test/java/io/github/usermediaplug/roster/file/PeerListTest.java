package io.github.usermediaplug.roster.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerListTest {

  @ParameterizedTest
  @ValueSource(ints = {0, 1, PeerList.SHORT, PeerList.SHORT + 1, 5000})
  void itContainsWhatItsListDoes(int size) {
    List<String> peers = IntStream.range(0, size).mapToObj(Integer::toString).toList();
    PeerList list = PeerList.of(peers);
    for (String peer : peers) {
      assertTrue(list.contains(peer));
    }
    assertFalse(list.contains("somebody"));
    assertFalse(list.contains(5));
    assertFalse(list.contains(null));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, PeerList.SHORT + 1})
  void itIsEqualToItsListInTheOrderAdded(int size) {
    List<String> peers = IntStream.range(0, size).mapToObj(i -> "peer" + (size - i)).toList();
    PeerList list = PeerList.of(peers);
    list.contains("peer1");
    assertEquals(peers, list);
    assertEquals(list, peers);
    assertSame(list, PeerList.of(list));
    assertThrows(UnsupportedOperationException.class, () -> list.add("another"));
  }
}
