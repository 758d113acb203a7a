package io.github.usermediaplug.bench.attack;

import io.github.usermediaplug.bench.load.Frames;
import io.github.usermediaplug.bench.load.Line;
import io.github.usermediaplug.bench.talk.Conversation;
import io.github.usermediaplug.bench.talk.Json;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * 20 accounts pair with each other, each with four, and begin a media message on each end that they
 * never finish: 76 MB. Where the product ends one, the two pair and begin again, two pairs a second
 * at most: what is to be seen is who has the memory, and not what it takes to fill it.
 */
final class UnfinishedMedia implements Attack {

  private static final String HOARDER = "hoarder";
  private static final int ACCOUNTS = 20;
  private static final int PEERS_AHEAD = 2;
  private static final int BYTES = 950_000;
  private static final double RENEWAL_SECONDS = 0.5;

  @Override
  public int row() {
    return 1;
  }

  @Override
  public String name() {
    return "unfinished media";
  }

  @Override
  public Map<String, List<String>> users() {
    return Registered.inOneCircle(HOARDER, ACCOUNTS);
  }

  @Override
  public void run(Stage stage) {
    List<Account> accounts = stage.enter(HOARDER, ACCOUNTS);
    List<Hold> holds = new ArrayList<>();
    ByteBuffer message = Frames.unfinishedBinary(BYTES, 16 << 10);
    for (int ahead = 1; ahead <= PEERS_AHEAD; ahead++) {
      for (int i = 0; i < ACCOUNTS; i++) {
        holds.add(new Hold(stage, message, accounts.get(i), accounts.get((i + ahead) % ACCOUNTS)));
      }
    }
    stage.ready();
    holds.forEach(Hold::renew);
    while (stage.isOn()) {
      for (Hold hold : holds) {
        if (stage.isOn() && !hold.isHeld()) {
          hold.renew();
          stage.pump(RENEWAL_SECONDS);
        }
      }
      stage.pump(RENEWAL_SECONDS);
    }
  }

  /** Two accounts, and the media line of each. */
  private static final class Hold {

    private final Stage stage;
    private final ByteBuffer message;
    private final List<Account> both;
    private final List<Line> lines = new ArrayList<>();

    private Hold(Stage stage, ByteBuffer message, Account caller, Account callee) {
      this.stage = stage;
      this.message = message;
      this.both = List.of(caller, callee);
    }

    private boolean isHeld() {
      return lines.size() == 2 && lines.stream().allMatch(Line::isOpen);
    }

    private void renew() {
      lines.forEach(
          line -> {
            if (line.ending() != null) {
              stage.closed();
            }
            line.close();
          });
      lines.clear();
      stage.attempt(this::pair);
    }

    private void pair() {
      Account caller = both.get(0);
      Account callee = both.get(1);
      caller.step("unpair", callee.name());
      both.forEach(one -> one.forget("force-call"));
      callee.forget("call");
      caller.step("call", callee.name());
      stage.room().await(List.of(callee), "a call", one -> one.hasHeard("call"));
      callee.step("accept", caller.name());
      stage.room().await(List.copyOf(both), "a ticket", one -> one.hasHeard("force-call"));
      List<Conversation> media = new ArrayList<>();
      for (Account one : both) {
        media.add(join(one, one == caller ? callee : caller));
      }
      stage.room().await(media, "the pair", one -> one.hasHeard("pair"));
      for (Conversation one : media) {
        one.line().send(message);
        stage.sent();
      }
    }

    private Conversation join(Account one, Account other) {
      String join =
          Json.object(
              "type", "join",
              "user", one.name(),
              "peer", other.name(),
              "ticket", one.field("force-call", "ticket"));
      Conversation media =
          new Conversation() {
            @Override
            public void opened(Line line) {
              say(join);
            }
          };
      media.on(stage.connect("/media", media));
      lines.add(media.line());
      return media;
    }
  }
}
