package io.github.usermediaplug.socket;

import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.socket.outlet.Outlet;
import io.github.usermediaplug.socket.upgrade.IncomingFrames;
import jakarta.websocket.SendHandler;
import jakarta.websocket.SendResult;
import jakarta.websocket.Session;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The one writer of one session: a queue, and one asynchronous send under way at a time. It is the
 * only class that sends or closes, since the containers agree on nothing more: Tomcat throws at a
 * second send, the others queue without bound; a send may complete in the caller's own thread, an
 * I/O thread or any other.
 *
 * <p>Any thread may call any method; none waits but {@link #ping}, and no lock is held while the
 * container sends. {@link #enqueue} decides the order and may be called in a turn; {@link #flush}
 * does the sending and must not. The owner looks at {@link #backlog} and {@link #stalledNanos} to
 * bound the queue.
 */
public final class Outbound {

  private static final Logger LOG = Logger.getLogger(Outbound.class.getName());
  private static final long PATIENCE_NANOS = 2_000_000_000L;

  /**
   * How slow a client's line may be, in bytes a second: no container says how much of a message has
   * gone.
   */
  private static final long LOWEST_RATE = 16 << 10;

  /** However long a message is, a client that takes nothing of it keeps it no longer than that. */
  private static final long LONGEST_GRANT = TimeUnit.MINUTES.toNanos(1);

  private final Session session;
  private final Outlet outlet;
  private final SessionTuning tuning;
  private final Threads threads;
  private final MemoryShare share;
  private final MemoryShare pushedShare;
  private final Runnable progress;
  private final Optional<PingWindow> window;
  private final PingRate pings = new PingRate();
  private volatile Runnable pinged = () -> {};
  private final SendHandler completion = this::completed;
  private final LongSupplier clock;

  // All guarded by this.
  private final Deque<Frame> queue = new ArrayDeque<>();
  private final Map<String, Frame.Push> presences = new LinkedHashMap<>(); // none if queue is empty
  private final Map<String, Long> pushers = new HashMap<>(); // what each has pushed and still waits
  private volatile long backlog; // read by anybody, as the next
  private volatile long pushed;
  private long held;
  private long waitingSince;
  private boolean flushing;
  private boolean sending;
  private boolean closed;
  private Optional<Frame.Pong> pong = Optional.empty();
  private Closing closeWhenEmpty;
  private long closeBy;

  /**
   * Writes to this session.
   *
   * @param share counts what is queued, and what the container holds beside it; released with the
   *     queue
   * @param window bounds what has been written and not read, if pings are to tell that
   * @param progress told after each message that has been written, in whichever thread that was; it
   *     must not block
   */
  public Outbound(
      Session session,
      Threads threads,
      MemoryShare share,
      Optional<PingWindow> window,
      Runnable progress) {
    this(session, threads, share, share, window, progress);
  }

  /**
   * Writes to this session.
   *
   * @param pushedShare counts what other users have pushed to it, which is not in the other share
   */
  public Outbound(
      Session session,
      Threads threads,
      MemoryShare share,
      MemoryShare pushedShare,
      Optional<PingWindow> window,
      Runnable progress) {
    this(session, threads, share, pushedShare, window, progress, System::nanoTime);
  }

  Outbound(
      Session session,
      Threads threads,
      MemoryShare share,
      MemoryShare pushedShare,
      Optional<PingWindow> window,
      Runnable progress,
      LongSupplier clock) {
    this.clock = clock;
    this.session = session;
    this.outlet = Outlet.of(session);
    this.threads = threads;
    this.share = share;
    this.pushedShare = pushedShare;
    this.progress = progress;
    this.window = window;
    this.tuning = new SessionTuning(session, outlet.handOverPongs(this::answer));
    tuning.whileOpen();
    IncomingFrames.of(session).ifPresent(frames -> frames.whenFlooded(() -> flooded(frames)));
  }

  /** Has this called at each ping that the container tells of, in the thread that reads. */
  public void whenPinged(Runnable action) {
    pinged = action;
    IncomingFrames.of(session).ifPresent(frames -> frames.whenPinged(action));
  }

  /** Puts a message at the end of the queue; says no where the session is closing. */
  public synchronized boolean enqueue(Frame frame) {
    if (isClosing()) {
      return false;
    }
    if (queue.isEmpty()) {
      progressUnlessAwaiting();
    }
    queue.add(frame);
    count(frame, 1);
    return true;
  }

  /**
   * The same for what another user has the server say, which {@link #pushed} counts. That user's
   * presence, if it still waits, goes before it: it was said before.
   */
  public synchronized void push(String from, String text) {
    Optional.ofNullable(presences.remove(from)).ifPresent(queue::add);
    enqueue(Frame.Push.message(from, text));
  }

  /**
   * The same for another user's presence, which waits until nothing else does, so that the presence
   * of many delays no call. One of each user waits: a newer one takes the place of the older.
   */
  public synchronized void pushPresence(String from, String text) {
    Frame.Push push = Frame.Push.presence(from, text);
    if (queue.isEmpty()) {
      enqueue(push);
    } else if (!isClosing()) {
      Optional.ofNullable(presences.put(from, push)).ifPresent(older -> count(older, -1));
      count(push, 1);
    }
  }

  /**
   * Sends what is queued, as far as the container takes it without waiting; what others add
   * meanwhile too, which the bound of the queue ends.
   */
  public void flush() {
    synchronized (this) {
      // Whoever flushes goes on with what completes meanwhile, in its own thread or another's:
      // next() gives the role up under the same lock in which it sees a send still under way.
      if (flushing) {
        return;
      }
      flushing = true;
    }
    for (Frame next = next(); next != null; next = next()) {
      send(next);
    }
  }

  /**
   * Pings, unless messages wait to be sent: a client that takes none of those is known by that.
   * Alone of all methods it may wait until the client has taken it, see {@link Outlet#pingWaits};
   * where it does and that takes too long, the connection ends. Whoever watches over those that are
   * stalled ends it earlier.
   *
   * @param patience how long the client has to take it
   * @param goesOut run just before the ping is sent, where it is
   */
  void ping(Duration patience, Runnable goesOut) {
    Frame ping = new Frame.Ping(new byte[0]);
    synchronized (this) {
      if (sending || !queue.isEmpty() || !enqueue(ping)) {
        return;
      }
      sending = true;
      if (outlet.pingWaits()) {
        tuning.beforePing(patience);
      }
    }
    goesOut.run();
    send(ping);
  }

  /** The client has answered a ping. */
  public void pong(ByteBuffer data) {
    synchronized (this) {
      if (window.isEmpty() || !window.get().pong(data)) {
        return;
      }
      count(window.get().held());
      waitingSince = clock.getAsLong();
    }
    flush();
  }

  /** The cost of what is queued or being sent, in bytes. */
  public long backlog() {
    return backlog;
  }

  /** That part of it which other users have the server say. */
  public long pushed() {
    return pushed;
  }

  /** That part of it which this one user has the server say. */
  public synchronized long pushedBy(String user) {
    return pushers.getOrDefault(user, 0L);
  }

  /**
   * How long messages have waited and nothing was written, or read where pings tell, in
   * nanoseconds. The message under way has its time first: a second for each 16 KiB, and a minute
   * at most.
   */
  public synchronized long stalledNanos() {
    if (queue.isEmpty()) {
      return 0;
    }
    long granted = TimeUnit.SECONDS.toNanos(1) * underWay() / LOWEST_RATE;
    return Math.max(0, clock.getAsLong() - waitingSince - Math.min(granted, LONGEST_GRANT));
  }

  /** How much has to be written, or read, until the next progress is seen. */
  private long underWay() {
    if (isAwaiting()) {
      return window.get().awaited();
    }
    return sending ? queue.element().bytes() : 0;
  }

  /** Takes nothing more, and closes once all that is queued has been sent. */
  public void finish(Closing reason) {
    synchronized (this) {
      if (closed || closeWhenEmpty != null) {
        return;
      }
      closeWhenEmpty = reason;
      closeBy = clock.getAsLong() + PATIENCE_NANOS;
      if (!queue.isEmpty()) {
        return;
      }
    }
    abandon(reason);
  }

  /** Whether the session has ended or is about to; what it still says is not to be heeded. */
  public synchronized boolean isClosing() {
    return closed || closeWhenEmpty != null;
  }

  /** Closes a session whose last messages have had their time. */
  public void closeIfOverdue() {
    Closing overdue;
    synchronized (this) {
      if (closed || closeWhenEmpty == null || clock.getAsLong() - closeBy < 0) {
        return;
      }
      overdue = closeWhenEmpty;
    }
    abandon(overdue);
  }

  /** Closes at once; what is queued stays until it is {@link #release released}. */
  public void abandon(Closing reason) {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
    }
    threads.close(() -> close(reason));
  }

  /**
   * Forgets the queue of a closed session; gives back what no one can have received. A message that
   * is still being sent may arrive after all, so it is not among them; one whose send has failed
   * cannot have arrived whole, so it is.
   */
  public synchronized List<Frame> release() {
    closed = true;
    List<Frame> unsent = new ArrayList<>(queue);
    if (sending && !unsent.isEmpty()) {
      unsent.remove(0);
    }
    queue.addAll(presences.values());
    presences.clear();
    queue.forEach(frame -> count(frame, -1));
    queue.clear();
    pong = Optional.empty();
    held = 0;
    share.release();
    pushedShare.release();
    return unsent;
  }

  private void send(Frame frame) {
    try {
      frame.send(outlet, completion);
    } catch (RuntimeException | Error refused) {
      failed(refused);
    }
  }

  /**
   * Answers a client's ping, behind the message that is being sent. A later ping takes the place of
   * one that waits yet, as RFC 6455 (section 5.5.3) allows: a client that pings and does not read
   * has one pong waiting, and is stalled by it. Beyond the {@link PingRate} there is none.
   */
  private void answer(ByteBuffer ping) {
    pinged.run();
    if (!pings.take()) {
      return;
    }
    byte[] data = new byte[ping.remaining()];
    ping.get(data);
    synchronized (this) {
      if (closed || closeWhenEmpty != null) {
        return;
      }
      pong = Optional.of(new Frame.Pong(data));
    }
    flush();
  }

  /**
   * The client reads no close either, and its container keeps the pongs for as long as it can. One
   * after the other, for the container does not bear both at once.
   */
  private void flooded(IncomingFrames frames) {
    synchronized (this) {
      closed = true;
    }
    threads.close(
        () -> {
          close(Closing.RATE_LIMITED);
          frames.abort();
        });
  }

  private void putFirst(Frame frame) {
    if (queue.isEmpty()) {
      progressUnlessAwaiting();
    }
    queue.addFirst(frame);
    count(frame, 1);
  }

  private synchronized Frame next() {
    if (!sending) {
      if (pong.isPresent() && !closed) {
        putFirst(pong.get());
        pong = Optional.empty();
      }
    }
    if (closed || sending || queue.isEmpty() || mustBeReadFirst()) {
      flushing = false;
      return null;
    }
    sending = true;
    return queue.peek();
  }

  /** A ping asks whether that is so, so it goes out all the same. */
  private boolean mustBeReadFirst() {
    return window.filter(PingWindow::isFull).isPresent() && !(queue.peek() instanceof Frame.Ping);
  }

  private void completed(SendResult result) {
    if (result.isOK()) {
      written();
    } else {
      failed(result.getException());
    }
  }

  private void pingBehind(Frame sent, PingWindow all) {
    if (!closed && !(sent instanceof Frame.Ping)) {
      all.sent(sent.bytes()).ifPresent(ping -> putFirst(new Frame.Ping(ping.array())));
      count(all.held());
    }
  }

  private void written() {
    Closing last = null;
    boolean more;
    synchronized (this) {
      sending = false;
      progressUnlessAwaiting();
      Frame sent = queue.poll(); // none, where the queue has been released meanwhile
      if (sent != null) {
        count(sent, -1);
        window.ifPresent(all -> pingBehind(sent, all));
      }
      if (sent instanceof Frame.Ping && !closed) {
        tuning.whileOpen();
      }
      if (queue.isEmpty()) {
        presences.values().stream().findFirst().ifPresent(this::takesItsTurn);
      }
      more = !queue.isEmpty() || pong.isPresent();
      if (!more) {
        last = closeWhenEmpty;
      }
    }
    if (last != null) {
      abandon(last);
    }
    try {
      progress.run();
    } finally {
      // Whoever adds a message flushes it; so where none is left there is nothing to do.
      if (more) {
        flush();
      }
    }
  }

  private void takesItsTurn(Frame.Push presence) {
    presences.remove(presence.from());
    queue.add(presence);
  }

  /** Where pings tell what has been read, that a container has taken a message means nothing. */
  private void progressUnlessAwaiting() {
    if (!isAwaiting()) {
      waitingSince = clock.getAsLong();
    }
  }

  private boolean isAwaiting() {
    return window.filter(PingWindow::isAwaiting).isPresent();
  }

  private void failed(Throwable failure) {
    LOG.log(Level.FINE, "A send failed; the connection is closed", failure);
    synchronized (this) {
      sending = false;
    }
    abandon(Closing.BROKEN);
  }

  /** Counts a frame that comes, or one that goes (-1). */
  private void count(Frame frame, int sign) {
    long cost = (long) sign * frame.cost();
    backlog += cost;
    if (!(frame instanceof Frame.Push push)) {
      share.add(cost);
      return;
    }
    pushed += cost;
    pushedShare.add(cost);
    pushers.merge(push.from(), cost, (before, more) -> before + more == 0 ? null : before + more);
  }

  /** Once the queue has been released, nothing is counted any more. */
  private void count(long heldNow) {
    long now = closed ? 0 : heldNow;
    share.add(now - held);
    held = now;
  }

  private void close(Closing reason) {
    try {
      tuning.beforeClose();
      session.close(reason.reason());
    } catch (IOException | RuntimeException gone) {
      LOG.log(Level.FINE, "The connection was gone before it was closed", gone);
    }
  }
}
