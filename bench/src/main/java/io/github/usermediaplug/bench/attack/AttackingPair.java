package io.github.usermediaplug.bench.attack;

import io.github.usermediaplug.bench.load.Line;
import io.github.usermediaplug.bench.talk.Conversation;
import io.github.usermediaplug.bench.talk.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Two accounts that pair with each other, and the media line of each. */
final class AttackingPair {

  private final Stage stage;
  private final List<Account> both;
  private final List<Line> lines = new ArrayList<>();

  AttackingPair(Stage stage, Account caller, Account callee) {
    this.stage = stage;
    this.both = List.of(caller, callee);
  }

  List<Line> lines() {
    return lines;
  }

  /** Whether both media lines are open. */
  boolean isJoined() {
    return lines.size() == 2 && lines.stream().allMatch(Line::isOpen);
  }

  /** Pairs anew, and does this with each media line; nothing if the product refuses it. */
  void renew(Consumer<Line> begin) {
    lines.forEach(
        line -> {
          if (line.ending() != null) {
            stage.closed();
          }
          line.close();
        });
    lines.clear();
    stage.attempt(() -> pair(begin));
  }

  private void pair(Consumer<Line> begin) {
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
    media.forEach(one -> begin.accept(one.line()));
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
