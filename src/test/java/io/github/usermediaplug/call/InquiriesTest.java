package io.github.usermediaplug.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.config.Settings;
import io.github.usermediaplug.exchange.Patience;
import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.policy.Discretion;
import io.github.usermediaplug.policy.peersonly.PeersOnly;
import io.github.usermediaplug.roster.Roster;
import io.github.usermediaplug.roster.UserStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever is called, the same is asked of the store: not even a slow store tells who exists. */
class InquiriesTest {

  private final Threads threads = new Threads();
  private final RecordingStore store =
      new RecordingStore(
          Map.of(
              "caller",
              List.of("friend", "stranger"),
              "friend",
              List.of("caller"),
              "stranger",
              List.of("friend")));
  private Inquiries inquiries;

  @BeforeEach
  void open() {
    threads.open();
    Patience patience = new Patience(threads);
    Roster roster = new Roster(store, Settings.of(Map.of()), patience);
    inquiries = new Inquiries(roster, new Discretion(new PeersOnly(roster), patience, threads));
  }

  @AfterEach
  void stop() {
    threads.stop();
  }

  @Test
  void aFriendAStrangerAndNobodyAreAskedAboutAlike() {
    for (String callee : List.of("friend", "stranger", "nobody")) {
      store.asked.clear();
      inquiries.of("caller", callee).toCompletableFuture().join();
      assertEquals(List.of("caller", callee, callee), store.asked);
    }
  }

  @Test
  void onlyTheFriendMayBeCalledAndOfNobodyElseIsToldWhetherItExists() {
    assertEquals(new Inquiry(true, true, true), of("friend"));
    assertEquals(new Inquiry(true, true, false), of("stranger"));
    assertEquals(new Inquiry(true, false, false), of("nobody"));
    assertEquals(false, of("nobody").findsNobody());
    assertEquals(true, new Inquiry(true, false, true).findsNobody());
    assertEquals(true, new Inquiry(false, true, false).findsNobody());
  }

  private Inquiry of(String callee) {
    return inquiries.of("caller", callee).toCompletableFuture().join();
  }

  private static final class RecordingStore implements UserStore {

    private final Map<String, List<String>> users;
    private final List<String> asked = new ArrayList<>();

    RecordingStore(Map<String, List<String>> users) {
      this.users = users;
    }

    @Override
    public CompletionStage<Optional<List<String>>> peers(String user) {
      asked.add(user);
      return CompletableFuture.completedStage(Optional.ofNullable(users.get(user)));
    }

    @Override
    public CompletionStage<Stored> register(String user, List<String> peers) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Stored> add(String user, List<String> peers, int limit) {
      throw new UnsupportedOperationException();
    }

    @Override
    public CompletionStage<Stored> delete(String user, List<String> peers) {
      throw new UnsupportedOperationException();
    }
  }
}
