package io.github.usermediaplug.message;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ServerMessageTest {

  private static final RosterQuery QUERY =
      new RosterQuery(RosterQuery.Kind.ONLINE, "a", Optional.empty());

  @Test
  void aReplyCarriesOnlyWhatItHas() {
    assertEquals(
        "{\"type\":\"res\",\"for\":\"peers-online\",\"ok\":false,\"error\":\"unknown-user\",\"reason\":\"why\"}",
        Res.to(QUERY, Answer.refused(Refusal.UNKNOWN_USER, "why")).json());
  }

  @Test
  void aQueryWithoutMarkIsAnsweredInTheSeedsForm() {
    assertEquals(
        "{\"type\":\"peers-online\",\"peers_online\":[\"b\"]}",
        Res.to(QUERY, new Answer.PeersOnline(List.of("b"))).json());
  }

  @Test
  void aQueryWithMarkIsAnsweredByARes() {
    RosterQuery marked =
        new RosterQuery(RosterQuery.Kind.ALL, "a", Optional.of(new Tx("m", false)));
    assertEquals(
        "{\"type\":\"res\",\"for\":\"peers\",\"ok\":true,\"tx\":\"m\",\"peers\":[]}",
        Res.to(marked, new Answer.Peers(List.of())).json());
  }

  @Test
  void aStepIsForwardedWithoutReasonUnlessItHasOne() {
    assertEquals(
        "{\"type\":\"accept\",\"user\":\"b\",\"peer\":\"a\"}",
        Forwarded.step(CallStep.Verb.ACCEPT, "b", "a").json());
    assertEquals(
        "{\"type\":\"unpair\",\"user\":\"b\",\"peer\":\"a\",\"reason\":\"offline\"}",
        Forwarded.step(CallStep.Verb.UNPAIR, "b", "a", "offline").json());
  }

  @Test
  void noSecretShowsInAString() {
    assertEquals(
        "ForceCall[peer=b, pair=p]", ForceCall.to("b", "p", "secret", "/media").toString());
    assertEquals(
        "Whoami[user=a]",
        new Whoami("a", Optional.of("secret"), Optional.of("secret"), Optional.empty()).toString());
  }
}
