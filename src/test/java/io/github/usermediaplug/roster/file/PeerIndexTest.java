package io.github.usermediaplug.roster.file;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PeerIndexTest {

  private final PeerIndex index = new PeerIndex();

  @ParameterizedTest
  @ValueSource(ints = {0, 1, PeerIndex.SHORT, PeerIndex.SHORT + 1, 5000})
  void theAnswerIsThatOfTheListAsItIsNow(int size) {
    List<String> peers = IntStream.range(0, size).mapToObj(Integer::toString).toList();
    for (String peer : peers) {
      assertTrue(index.lists(peers, "alice", peer));
    }
    assertFalse(index.lists(peers, "alice", "somebody"));
    assertFalse(index.lists(null, "alice", "0"));
    List<String> others = IntStream.range(1, size + 1).mapToObj(Integer::toString).toList();
    assertFalse(index.lists(others, "alice", "0"));
    assertTrue(size == 0 || index.lists(others, "alice", Integer.toString(size)));
  }
}
