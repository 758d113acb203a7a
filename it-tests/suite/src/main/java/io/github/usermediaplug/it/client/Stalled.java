package io.github.usermediaplug.it.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;

/** A pair of which both have joined and bob reads nothing. */
public record Stalled(Paired pair, SlowLink sender) {
  /** Two new users, who join at once: a pair that waits for others would run out of its time. */
  public static Stalled in(Exchange exchange) {
    Paired pair = exchange.pair();
    SlowLink sender = pair.alice().joinsSlowly(pair.toAlice());
    pair.bob().joinsSlowly(pair.toBob());
    return new Stalled(pair, sender);
  }

  /** Alice sends without end and without regard. */
  public void flood() {
    Flood.into(sender, pair.alice());
  }

  /** Alice sends so many messages of 64 KiB. */
  public Flood flood(long messages) {
    return Flood.into(sender, pair.alice(), messages);
  }

  /** Whether both have been told that the pair has ended. */
  public boolean isOver() {
    return List.of(pair.alice(), pair.bob()).stream().allMatch(Stalled::hasBeenToldTheEnd);
  }

  /**
   * Both were told that the pair has ended since bob takes nothing; or since alice's own line ended
   * in her flood, and she did not join again: a server under so much load may miss a part's time.
   */
  public void endedForTheRightReason() {
    String reason = pair.alice().isTold("unpair").getString("reason");
    assertTrue(Set.of("slow-consumer", "media-timeout").contains(reason), reason);
    pair.bob().isTold("unpair", pair.alice(), reason);
  }

  /** Bob ends the pair, which until then has lived. */
  public void hangUp() {
    assertEquals(List.of(), pair.bob().meta().unreadPushes());
    pair.bob().unpairs(pair.alice()).ok();
    pair.alice().isTold("unpair", pair.bob());
  }

  private static boolean hasBeenToldTheEnd(User user) {
    return user.meta().unreadPushes().stream()
        .anyMatch(push -> Json.parse(push).getString("type").equals("unpair"));
  }
}
