package io.github.usermediaplug.bench.attack;

import io.github.usermediaplug.bench.load.Greeting;
import io.github.usermediaplug.bench.load.Line;
import io.github.usermediaplug.bench.load.LineListener;
import io.github.usermediaplug.bench.load.Reactor;
import io.github.usermediaplug.bench.subject.Running;
import io.github.usermediaplug.bench.talk.HonestCall;
import io.github.usermediaplug.bench.talk.Room;
import io.github.usermediaplug.bench.talk.Tally;
import io.github.usermediaplug.bench.talk.Users;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * Where one attack takes place: in a thread and a reactor of its own, so that what the attackers
 * have to read makes nobody else's messages late. It ends when its time is over, whatever the
 * attack does.
 */
public final class Stage implements AutoCloseable {

  private static final double LONGEST_SETUP_SECONDS = 60;
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final long LATE_NANOS = 100_000_000;

  private final Attack attack;
  private final Running subject;
  private final Tally calls;
  private final Reactor reactor;
  private final List<Line> victims = new ArrayList<>();
  private final List<String> victimsEndings = new ArrayList<>();
  private final AtomicLong sent = new AtomicLong();
  private final AtomicLong closed = new AtomicLong();
  private final Thread thread = new Thread(this::run, "attack");
  private boolean isLeaving;
  private volatile boolean isReady;
  private volatile boolean isOver;
  private volatile long beginNanos;
  private volatile long endNanos;
  private volatile RuntimeException failure;

  /**
   * An attack gets ready.
   *
   * @param calls counts the calls of those whom it is aimed at
   */
  public Stage(Attack attack, Running subject, Tally calls) throws IOException {
    this.attack = attack;
    this.subject = subject;
    this.calls = calls;
    this.reactor = new Reactor();
    this.endNanos = System.nanoTime() + (long) (LONGEST_SETUP_SECONDS * 1e9);
    thread.start();
  }

  /**
   * Whether it may begin.
   *
   * @throws IllegalStateException where it has come to nothing
   */
  public boolean isReady() {
    check();
    return isReady;
  }

  /**
   * Whether it went as it should.
   *
   * @throws IllegalStateException where it did not: the attackers did not come in
   */
  public void check() {
    if (failure != null) {
      throw new IllegalStateException(failure.getMessage(), failure);
    }
  }

  /** It begins, and goes on for so long at most. */
  public void begin(double seconds) {
    endNanos = System.nanoTime() + (long) (seconds * 1e9);
    beginNanos = System.nanoTime();
  }

  /** It ends, and the attackers' lines with it. */
  @Override
  public void close() {
    isOver = true;
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** How many messages, or beginnings of messages, the attackers have sent. */
  public long sentMessages() {
    return sent.get();
  }

  /** How often a line of an attacker's was ended. */
  public long closedLines() {
    return closed.get();
  }

  /** Why lines of those whom it was aimed at have ended, for each that has; for when it is over. */
  public List<String> victimsEndings() {
    return victimsEndings;
  }

  private void run() {
    try {
      attack.run(this);
    } catch (RuntimeException broken) {
      failure = broken;
    }
    victims.stream().map(Line::ending).filter(Objects::nonNull).forEach(victimsEndings::add);
    isLeaving = true;
    reactor.close();
  }

  // What follows is for the attack, in its thread.

  /** All have come in; returns when it is to begin. */
  void ready() {
    isReady = true;
    while (beginNanos == 0 && isOn()) {
      pump(0.02);
    }
  }

  /** Whether to go on. */
  boolean isOn() {
    return !isOver && System.nanoTime() < endNanos;
  }

  /** Lets happen on all lines what happens within this time. */
  void pump(double seconds) {
    reactor.pumpTo(System.nanoTime() + (long) (seconds * 1e9));
  }

  /** Does something so many times a second, told how often it was done before, until the end. */
  void atRate(double perSecond, IntConsumer step) {
    long interval = (long) (1e9 / perSecond);
    long due = System.nanoTime();
    for (int done = 0; isOn(); done++) {
      long now = System.nanoTime();
      due = Math.max(due + interval, now - LATE_NANOS);
      reactor.pumpTo(Math.max(due, now + 1));
      step.accept(done);
    }
  }

  /** For steps in which each waits for an answer, though not for long. */
  Room room() {
    return new Room(reactor, subject, PATIENCE);
  }

  /** Does what may fail, since the product defends itself; says whether it did not. */
  boolean attempt(Runnable what) {
    try {
      what.run();
      return true;
    } catch (IllegalStateException refused) {
      return false;
    }
  }

  /** A message was sent. */
  void sent() {
    sent(1);
  }

  /** So many messages were sent. */
  void sent(long messages) {
    sent.addAndGet(messages);
  }

  /** A line was ended by the product. */
  void closed() {
    if (!isLeaving) {
      closed.incrementAndGet();
    }
  }

  /** Begins to connect. */
  Line connect(String path, LineListener listener) {
    return reactor.connect(subject.port(), greeting(path), listener);
  }

  /** Begins to connect one who will not read, and for whom the system keeps little. */
  Line connectDeaf(String path, LineListener listener) {
    return reactor.connectSmall(subject.port(), greeting(path), listener);
  }

  /** Attackers come in, by this name and their number, and are online. */
  List<Account> enter(String name, int count) {
    List<Account> accounts =
        IntStream.range(0, count)
            .mapToObj(number -> new Account(this, numbered(name, number)))
            .toList();
    accounts.forEach(Account::connect);
    accounts.forEach(account -> account.awaitIn(new Room(reactor, subject)));
    return accounts;
  }

  /** How {@link #enter} names one. */
  static String numbered(String name, int number) {
    return name + "-" + number;
  }

  /** Users come in who do nothing but hear. */
  void crowd(String name, int count) {
    Users.identify(new Room(reactor, subject), name, 0, count)
        .lines()
        .forEach(one -> one.line().listen(LineListener.NONE));
  }

  /**
   * One whom the attack is aimed at, on a line of so many bytes a second, and a friend who calls.
   * Both have each other as peers.
   */
  HonestCall victim(String victim, String friend, int bytesPerSecond) {
    Account aimedAt = new Account(this, victim);
    Account calling = new Account(this, friend);
    aimedAt.on(reactor.connectSlow(subject.port(), greeting("/meta"), aimedAt, bytesPerSecond));
    calling.connect();
    for (Account one : List.of(aimedAt, calling)) {
      one.awaitIn(new Room(reactor, subject));
      victims.add(one.line());
    }
    return new HonestCall(
        reactor, subject, calls, false, friend, calling.line(), victim, aimedAt.line());
  }

  /** The last of these calls gets its time. */
  void finish(HonestCall call) {
    while (!call.isThrough()) {
      pump(0.01);
    }
    call.giveUp();
  }

  private Greeting greeting(String path) {
    return Greeting.webSocket(subject.subject().context() + path, subject.port());
  }
}
