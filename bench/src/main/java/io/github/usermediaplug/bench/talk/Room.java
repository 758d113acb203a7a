package io.github.usermediaplug.bench.talk;

import io.github.usermediaplug.bench.load.Greeting;
import io.github.usermediaplug.bench.load.Reactor;
import io.github.usermediaplug.bench.subject.Running;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Speaks with a subject on many lines at once, step by step: all of them get through one first. */
public final class Room {

  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int AT_ONCE = 100;

  private final Reactor reactor;
  private final Running subject;
  private final Duration patience;

  /** With half a minute of patience for each step. */
  public Room(Reactor reactor, Running subject) {
    this(reactor, subject, PATIENCE);
  }

  /** With so much patience for each step. */
  public Room(Reactor reactor, Running subject, Duration patience) {
    this.reactor = reactor;
    this.subject = subject;
    this.patience = patience;
  }

  /** Opens so many WebSockets, some at a time. */
  public List<Conversation> open(int count, Function<Integer, String> path) {
    return open(count, path, true);
  }

  /** Opens so many plain connections that say a line first. */
  List<Conversation> openPlain(int count, Function<Integer, String> line) {
    return open(count, line, false);
  }

  /**
   * Waits until a condition holds for all.
   *
   * @throws IllegalStateException saying what did not come to be in time
   */
  public void await(List<Conversation> all, String what, Predicate<Conversation> condition) {
    for (Conversation one : all) {
      reactor.pumpUntil(() -> condition.test(one), patience, what);
    }
  }

  /** Says something on each, and waits until each has heard the answer. */
  void ask(List<Conversation> all, Function<Integer, String> text, String answer) {
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      int to = Math.min(all.size(), from + AT_ONCE);
      for (int i = from; i < to; i++) {
        all.get(i).say(text.apply(i));
      }
      await(all.subList(from, to), answer, one -> one.hasHeard(answer));
    }
  }

  private List<Conversation> open(int count, Function<Integer, String> text, boolean webSocket) {
    List<Conversation> all = new ArrayList<>();
    while (all.size() < count) {
      List<Conversation> some = new ArrayList<>();
      int from = all.size();
      for (int i = from; i < Math.min(count, from + AT_ONCE); i++) {
        Conversation one = new Conversation();
        Greeting greeting =
            webSocket
                ? Greeting.webSocket(subject.subject().context() + text.apply(i), subject.port())
                : Greeting.plain(text.apply(i));
        one.on(reactor.connect(subject.port(), greeting, one));
        some.add(one);
      }
      await(some, "a connection", Conversation::isOpen);
      all.addAll(some);
    }
    return all;
  }
}
