package io.github.usermediaplug.meta;

import io.github.usermediaplug.exchange.Exchange;
import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.identity.Claim;
import io.github.usermediaplug.identity.Secret;
import io.github.usermediaplug.limit.Allowance;
import io.github.usermediaplug.limit.CallerAddress;
import io.github.usermediaplug.limit.Guest;
import io.github.usermediaplug.limit.Price;
import io.github.usermediaplug.limit.WorkBudgets;
import io.github.usermediaplug.log.Quoted;
import io.github.usermediaplug.message.Answer;
import io.github.usermediaplug.message.ClientMessage;
import io.github.usermediaplug.message.MessageGate;
import io.github.usermediaplug.message.Refusal;
import io.github.usermediaplug.message.Res;
import io.github.usermediaplug.message.Whoami;
import io.github.usermediaplug.presence.Backpressure;
import io.github.usermediaplug.presence.Connection;
import io.github.usermediaplug.socket.Closing;
import io.github.usermediaplug.socket.Frame;
import io.github.usermediaplug.socket.Heartbeat;
import io.github.usermediaplug.socket.MemoryOwner;
import io.github.usermediaplug.socket.MemoryShare;
import io.github.usermediaplug.socket.Outbound;
import io.github.usermediaplug.socket.Pacer;
import io.github.usermediaplug.socket.PingWindow;
import io.github.usermediaplug.socket.TextParts;
import io.github.usermediaplug.socket.Unfinished;
import io.github.usermediaplug.socket.intake.Intake;
import jakarta.websocket.Session;
import java.nio.ByteBuffer;
import java.security.Principal;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** One client at the door: its texts come in through an inbox and go out through one writer. */
final class MetaConnection implements Connection {

  /** How much it may leave unread before its next request waits. */
  private static final long MAX_REPLIES = 256 << 10;

  /** How many texts in a row may be too many before the connection is closed. */
  private static final int MAX_OVERDRAWN = 10;

  /** More than who mistypes or comes with an old token needs. */
  private static final int MAX_REFUSALS = 20;

  /** Pings that are read a second, and at once; the rest waits with the client. */
  private static final int PINGS = 50;

  private static final int MOST_PINGS = 400;

  private static final Answer RATE_LIMITED =
      Answer.refused(Refusal.RATE_LIMITED, "too many messages too fast; say it again later");

  private final Optional<Principal> principal; // as of the handshake
  private final MetaDoor door;
  private final Exchange exchange;
  private final Threads threads;
  private final Dispatcher dispatcher;
  private final Terms terms;
  private final Debts debts;
  private final Inbox inbox;
  private final Intake intake;
  private final Outbound outbound;
  private final Heartbeat heartbeat;
  private final MemoryShare requestsShare;
  private final MemoryShare repliesShare;
  private final MemoryShare pushesShare;
  private final Unfinished unfinished;
  private volatile TextParts parts; // by the container's reader, as the two that follow
  private final Allowance allowance;
  private int overdrawn;
  private final AtomicLong work = new AtomicLong(); // of the one message that is being handled
  private int refusals; // of whoami, by whoever handles its messages
  private volatile Secret resume = Secret.fresh(); // in a turn
  private volatile String user = ""; // in a turn
  private volatile Future<?> whoamiTimeout;
  private volatile Guest guest;

  MetaConnection(
      Session session,
      MetaDoor door,
      Exchange exchange,
      Threads threads,
      Dispatcher dispatcher,
      Terms terms) {
    this.principal = Optional.ofNullable(session.getUserPrincipal());
    this.door = door;
    this.exchange = exchange;
    this.threads = threads;
    this.dispatcher = dispatcher;
    this.terms = terms;
    MemoryOwner owner = CallerAddress.memoryOwner(session);
    Budgets budgets = terms.ofStrangers();
    this.requestsShare = budgets.requests().share(owner, this::evictRequests);
    this.repliesShare = budgets.replies().share(owner, this::giveUp);
    this.pushesShare = budgets.pushes().share(owner, this::giveUp);
    this.intake = Intake.of(session, threads::read);
    this.outbound =
        new Outbound(
            session,
            threads,
            repliesShare,
            pushesShare,
            Optional.of(new PingWindow(!intake.canWaitForOthers())),
            this::handleMore);
    Allowance pings = new Allowance(PINGS, MOST_PINGS);
    Pacer pacer = new Pacer(intake, threads, pings::take);
    outbound.whenPinged(() -> pacer.pinged(pacer::readOn));
    intake.whenNeedless(frames -> pacer.needless(frames, pacer::readOn));
    this.heartbeat =
        new Heartbeat(outbound, terms.pingInterval(), terms.stallTimeout(), threads::ping);
    this.debts = new Debts(terms.budgets(), threads, WorkBudgets.LONGEST_WAIT);
    this.inbox = new Inbox(this::due, this::handle, this::mayHandle, requestsShare);
    this.unfinished =
        new Unfinished(session, threads, budgets.unfinished(), owner, this::evictUnfinished);
    this.parts = new TextParts(terms.textLimit());
    this.allowance = new Allowance(terms.rate(), terms.burst());
  }

  void text(String part, boolean last) {
    if (outbound.isClosing()) {
      return;
    }
    intake.given(part.length(), last);
    TextParts text = parts;
    if (!text.add(part)) {
      close(Closing.TOO_BIG);
    } else if (last) {
      heartbeat.seen();
      unfinished.end();
      receive(text.take().text());
    } else {
      unfinished.grow(text.memory());
    }
  }

  /** Counts a text before anything is known of it: nonsense costs as much as sense. */
  private void receive(String text) {
    if (overdrawn == MAX_OVERDRAWN) {
      // The reply to the one before is the last word, and may still wait for its turn.
      return;
    }
    overdrawn = allowance.take() ? 0 : overdrawn + 1;
    if (!inbox.add(new Incoming(text, overdrawn))) {
      close(Closing.TOO_MANY_WAITING);
    }
  }

  private CompletableFuture<?> due(Incoming incoming) {
    boolean waits =
        incoming.overdrawn() == 0
            && debts.owes(user)
            && !MessageGate.read(incoming.text()).isAwaited();
    return waits ? debts.paid(user) : CompletableFuture.completedFuture(null);
  }

  private CompletionStage<?> handle(Incoming incoming) {
    if (incoming.overdrawn() == 0) {
      return handle(incoming.text());
    }
    reply(MessageGate.read(incoming.text()), RATE_LIMITED);
    if (incoming.overdrawn() == MAX_OVERDRAWN) {
      terms.ratesMet().met(user.isEmpty() ? "nobody yet" : "user " + Quoted.of(user));
      close(Closing.RATE_LIMITED);
    }
    return CompletableFuture.completedStage(null);
  }

  private CompletionStage<?> handle(String text) {
    work.set(Price.ofBytes(text.length()));
    return dispatcher.handle(this, text).thenRun(this::charge);
  }

  /**
   * Who is not known yet has the rate of its connection only: what all owe, each would wait for.
   */
  private void charge() {
    if (!user.isEmpty()) {
      debts.charge(user, work.get());
    }
  }

  /** The message that is being handled costs so much more, in units of {@link Price}. */
  void costs(long units) {
    work.addAndGet(units);
  }

  /** What the message that was handled last has cost. */
  long work() {
    return work.get();
  }

  /** It costs another user so much, too. */
  void costs(String other, long units) {
    debts.charge(other, units);
  }

  void pong(ByteBuffer data) {
    heartbeat.seen();
    outbound.pong(data);
  }

  void binary() {
    close(Closing.TEXT_ONLY);
  }

  void closed() {
    // First of all: a whoami that comes in at this moment then finds the connection closing.
    releaseMemory();
    whoamiTimeout.cancel(false);
    guest.gone();
    door.left(this);
  }

  /** Keeps nothing any more, whatever still comes in. */
  void releaseMemory() {
    outbound.release();
    inbox.shut();
    unfinished.release();
  }

  void mustIdentifyBefore(Future<?> timeout) {
    whoamiTimeout = timeout;
  }

  void isCountedAs(Guest counted) {
    guest = counted;
  }

  /**
   * Takes the secret on with the place: a client that never heard the reply to its take-over, for
   * its line died again, still knows this one.
   */
  void inherit(Connection old) {
    resume = old.resume();
  }

  void identifiedAs(String name) {
    user = name;
    whoamiTimeout.cancel(false);
    guest.known();
    MemoryOwner owner = MemoryOwner.user(name);
    unfinished.moveTo(terms.ofUsers().unfinished(), owner);
    requestsShare.moveTo(terms.ofUsers().requests(), owner);
    repliesShare.moveTo(terms.ofUsers().replies(), owner);
    pushesShare.moveTo(terms.ofUsers().pushes(), owner);
  }

  /** It may not be whom it said. */
  void refused() {
    refusals++;
    guest.refused();
  }

  /** If many are refused from where it comes, once is too often; the first is always judged. */
  boolean wasRefusedTooOften() {
    return refusals >= MAX_REFUSALS || refusals > 0 && guest.isSuspect();
  }

  Claim claim(Whoami whoami) {
    return new Claim(whoami.user(), principal, whoami.token());
  }

  Debts debts() {
    return debts;
  }

  /** The one reply to one of its messages. */
  void reply(ClientMessage message, Answer answer) {
    String json = Res.to(message, answer).json();
    costs(Price.ofBytes(json.length()));
    send(json);
  }

  boolean isIdle() {
    return inbox.isIdle();
  }

  boolean isClosing() {
    return outbound.isClosing();
  }

  /**
   * Gives a client up that is silent, reads nothing, ends no message, or does not let itself be
   * closed.
   */
  void check() {
    outbound.closeIfOverdue();
    if (!heartbeat.beat()) {
      outbound.abandon(Closing.NO_ANSWER);
      // The container tells of the end once the close has been answered; here nobody answers.
      closed();
    }
    if (outbound.stalledNanos() > terms.stallTimeout().toNanos()) {
      giveUp();
    }
    if (unfinished.isOlderThan(terms.messageTimeout().toNanos())) {
      close(Closing.UNFINISHED);
    }
  }

  @Override
  public String user() {
    return user;
  }

  @Override
  public Secret resume() {
    return resume;
  }

  @Override
  public void send(String json) {
    Frame frame = new Frame.Own(json);
    boolean tooMuch = !repliesShare.allows(frame.cost());
    outbound.enqueue(frame);
    exchange.afterwards(tooMuch ? this::giveUp : this::sendWhatWaits);
  }

  private void sendWhatWaits() {
    repliesShare.makeRoom();
    pushesShare.makeRoom();
    outbound.flush();
  }

  private void evictUnfinished() {
    close(Closing.NO_ROOM);
    parts = new TextParts(0);
  }

  private void evictRequests() {
    close(Closing.TOO_MANY_WAITING);
    inbox.shut();
  }

  @Override
  public void push(String from, String json) {
    outbound.push(from, json);
    exchange.afterwards(this::sendWhatWaits);
  }

  @Override
  public void pushPresence(String from, String json) {
    outbound.pushPresence(from, json);
    exchange.afterwards(this::sendWhatWaits);
  }

  @Override
  public boolean admits(String from, String json, boolean paired) {
    int bytes = Frame.Push.message(from, json).cost();
    long own = outbound.pushedBy(from);
    return paired && Backpressure.admitsPaired(own, bytes)
        || Backpressure.admits(outbound.pushed(), own, bytes)
            && pushesShare.allowsBesideOthers(bytes);
  }

  /** Closes it, and has the room that it took at once. */
  void giveUp() {
    outbound.abandon(Closing.SLOW_CONSUMER);
    outbound.release();
  }

  @Override
  public void close(Closing reason) {
    exchange.afterwards(() -> outbound.finish(reason));
  }

  private boolean mayHandle() {
    return outbound.backlog() - outbound.pushed() < MAX_REPLIES;
  }

  private void handleMore() {
    inbox.replied();
  }
}
