package io.github.usermediaplug.it.model;

import io.github.usermediaplug.it.client.Message;
import io.github.usermediaplug.it.client.SlowLink;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

/** One connection of a user, and what the model says it must hear, in order. */
final class Line {
  private final String owner;
  private final SlowLink link;

  /** What stands in one of these may come in any order. */
  private final Deque<List<Wanted>> wanted = new ArrayDeque<>();

  /** The ways in which it may end, once it must. */
  private List<String> end = List.of();

  /** What came before anybody asked: messages, and the end in its form as an exception. */
  private final Deque<Object> early = new ArrayDeque<>();

  Line(String owner, SlowLink link) {
    this.owner = owner;
    this.link = link;
  }

  void say(Message message) {
    try {
      if (message.isText()) {
        link.send(message.text());
      } else {
        link.send(message.bytes());
      }
    } catch (IOException e) {
      throw new AssertionError(owner + " can't send", e);
    }
  }

  void wants(Wanted message) {
    wants(List.of(message));
  }

  void wants(Collection<Wanted> inAnyOrder) {
    if (!inAnyOrder.isEmpty()) {
      wanted.add(new ArrayList<>(inAnyOrder));
    }
  }

  /** The server closes it, after what it must hear before. */
  void wantsEnd(Integer... codes) {
    end = Stream.of(codes).map(code -> "closed with " + code).toList();
  }

  /** Takes what has come so far, and so answers pings. */
  void listen() {
    try {
      for (var message = link.poll(); message.isPresent(); message = link.poll()) {
        early.add(message.get());
      }
    } catch (IOException ended) {
      early.add(ended);
    }
  }

  /**
   * Has heard nothing that it should not; what comes too much and late is heard in a later step.
   */
  void isToldNothingElse() {
    if (!early.isEmpty()) {
      throw new AssertionError(owner + " heard, though nothing was to come: " + early);
    }
  }

  /** Hears what it must. */
  void settle() {
    while (!wanted.isEmpty()) {
      List<Wanted> next = wanted.element();
      Message message = read("awaited " + next.get(0).what());
      Wanted fitting =
          next.stream()
              .filter(one -> one.fits().test(message))
              .findFirst()
              .orElseThrow(
                  () -> new AssertionError(owner + " heard " + message + ", not " + names(next)));
      next.remove(fitting);
      if (next.isEmpty()) {
        wanted.remove();
      }
      fitting.heard().accept(message);
    }
    if (!end.isEmpty()) {
      settleEnd();
    }
  }

  private void settleEnd() {
    try {
      throw new AssertionError(owner + " heard " + next() + ", not: " + end);
    } catch (SocketTimeoutException silence) {
      throw new Missing(owner + " awaited in vain: " + end, silence);
    } catch (IOException ended) {
      link.close();
      if (!end.contains(ended.getMessage())) {
        throw new AssertionError(owner + "'s line ended: " + ended + ", not: " + end, ended);
      }
    }
  }

  private Message read(String why) {
    try {
      return next();
    } catch (SocketTimeoutException silence) {
      throw new Missing(owner + " " + why + " in vain", silence);
    } catch (IOException e) {
      throw new AssertionError(owner + " " + why + ", but: " + e, e);
    }
  }

  private Message next() throws IOException {
    Object first = early.poll();
    if (first instanceof IOException ended) {
      throw ended;
    }
    return first == null ? link.read() : (Message) first;
  }

  /** Nothing came at all, for so long that it is not a matter of a slow machine. */
  static final class Missing extends AssertionError {
    private static final long serialVersionUID = 1L;

    Missing(String what, Throwable silence) {
      super(what, silence);
    }
  }

  private static List<String> names(List<Wanted> next) {
    return next.stream().map(Wanted::what).toList();
  }

  boolean hasEnded() {
    return !end.isEmpty();
  }

  void close() {
    link.close();
  }

  void cut() {
    link.cut();
  }
}
