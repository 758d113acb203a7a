package io.github.usermediaplug.socket;

import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.socket.outlet.Outlet;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private final Session session;
  private final Outlet outlet;
  private final Map<String, Object> properties; // asked for once: a closed session gives none
  private final Threads threads;
  private final MemoryShare share;
  private final MemoryShare pushedShare;
  private final Runnable progress;
  private final Optional<PingWindow> window;
  private final SendHandler completion = this::completed;

  // All guarded by this.
  private final Deque<Frame> queue = new ArrayDeque<>();
  private final Map<String, Pushed> pushers = new HashMap<>(); // those whose pushes are queued
  private volatile long backlog; // read by anybody, as the next
  private volatile long pushed;
  private long held;
  private long waitingSince;
  private boolean flushing;
  private boolean sending;
  private boolean closed;
  private Closing closeWhenEmpty;
  private long closeBy;

  /**
   * Writes to this session.
   *
   * @param share counts what is queued, and what the container holds beside it; released with the
   *     queue
   * @param pinged whether pings are to tell what the client has read, see {@link PingWindow}
   * @param progress told after each message that has been written, in whichever thread that was; it
   *     must not block
   */
  public Outbound(
      Session session, Threads threads, MemoryShare share, boolean pinged, Runnable progress) {
    this(session, threads, share, share, pinged, progress);
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
      boolean pinged,
      Runnable progress) {
    this.session = session;
    this.outlet = Outlet.of(session);
    this.threads = threads;
    this.share = share;
    this.pushedShare = pushedShare;
    this.progress = progress;
    this.window = pinged ? Optional.of(new PingWindow()) : Optional.empty();
    this.properties = session.getUserProperties();
    SessionTuning.whileOpen(properties);
  }

  /** Puts a message at the end of the queue; says no where the session is closing. */
  public synchronized boolean enqueue(Frame frame) {
    if (closed || closeWhenEmpty != null) {
      return false;
    }
    if (queue.isEmpty()) {
      progressUnlessHeld();
    }
    queue.add(frame);
    count(frame, 1);
    return true;
  }

  /** The same for what another user has the server say, which {@link #pushed} counts. */
  public synchronized void push(String from, String text) {
    if (enqueue(Frame.Push.message(from, text))) {
      pushers.get(from).followed = true;
    }
  }

  /**
   * The same for another user's presence, of which one is queued at most: a newer one takes the
   * place of one that still waits. If something else of the same user's waits behind that, it goes
   * to the end, so that the two come in the order in which they were said.
   */
  public synchronized void pushPresence(String from, String text) {
    Pushed before = pushers.get(from);
    if (before != null && before.presence != null) {
      if (!before.followed) {
        before.presence.replace(text);
        return;
      }
      count(before.presence, -1);
      before.presence.withdraw();
    }
    Frame.Push push = Frame.Push.presence(from, text);
    if (enqueue(push)) {
      Pushed by = pushers.get(from);
      by.presence = push;
      by.followed = false;
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
    Frame ping = new Frame.Ping();
    synchronized (this) {
      if (sending || !queue.isEmpty() || !enqueue(ping)) {
        return;
      }
      sending = true;
      if (outlet.pingWaits()) {
        SessionTuning.beforePing(properties, patience);
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
      waitingSince = System.nanoTime();
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
    Pushed by = pushers.get(user);
    return by == null ? 0 : by.cost;
  }

  /**
   * How long messages have waited and nothing was written, or read where pings tell, in
   * nanoseconds.
   */
  public synchronized long stalledNanos() {
    return queue.isEmpty() ? 0 : System.nanoTime() - waitingSince;
  }

  /** Takes nothing more, and closes once all that is queued has been sent. */
  public void finish(Closing reason) {
    synchronized (this) {
      if (closed || closeWhenEmpty != null) {
        return;
      }
      closeWhenEmpty = reason;
      closeBy = System.nanoTime() + PATIENCE_NANOS;
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
      if (closed || closeWhenEmpty == null || System.nanoTime() - closeBy < 0) {
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
    queue.forEach(frame -> count(frame, -1));
    queue.clear();
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

  private synchronized Frame next() {
    if (!sending) {
      skipWithdrawn();
    }
    if (closed || sending || queue.isEmpty() || window.filter(PingWindow::isFull).isPresent()) {
      flushing = false;
      return null;
    }
    sending = true;
    Frame next = queue.peek();
    if (next instanceof Frame.Push push) {
      pushers.get(push.from).leaves(push);
    }
    return next;
  }

  private void skipWithdrawn() {
    while (queue.peek() instanceof Frame.Push push && push.isWithdrawn()) {
      queue.remove();
    }
  }

  private void completed(SendResult result) {
    if (result.isOK()) {
      if (window.isPresent()) {
        pingBehind(window.get());
      }
      written();
    } else {
      failed(result.getException());
    }
  }

  /** While the message still counts as being sent, so that nothing goes out beside the ping. */
  private void pingBehind(PingWindow all) {
    Optional<ByteBuffer> ping;
    synchronized (this) {
      Frame sent = queue.peek();
      ping = sent == null ? Optional.empty() : all.sent(sent.bytes());
      count(all.held());
    }
    if (ping.isPresent()) {
      try {
        session.getAsyncRemote().sendPing(ping.get());
      } catch (IOException | RuntimeException gone) {
        LOG.log(Level.FINE, "A ping could not be sent; the connection is closed", gone);
        abandon(Closing.BROKEN);
      }
    }
  }

  private void written() {
    Closing last = null;
    boolean more;
    synchronized (this) {
      sending = false;
      progressUnlessHeld();
      Frame sent = queue.poll(); // none, where the queue has been released meanwhile
      if (sent != null) {
        count(sent, -1);
      }
      if (sent instanceof Frame.Ping && !closed) {
        SessionTuning.whileOpen(properties);
      }
      more = !queue.isEmpty();
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

  /** Where pings tell what has been read, that a container has taken a message means nothing. */
  private void progressUnlessHeld() {
    if (held == 0) {
      waitingSince = System.nanoTime();
    }
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
    Pushed by = pushers.computeIfAbsent(push.from, first -> new Pushed());
    by.cost += cost;
    if (by.cost == 0) {
      pushers.remove(push.from);
    }
  }

  /** Once the queue has been released, nothing is counted any more. */
  private void count(long heldNow) {
    long now = closed ? 0 : heldNow;
    share.add(now - held);
    held = now;
  }

  private void close(Closing reason) {
    try {
      SessionTuning.beforeClose(properties);
      session.close(reason.reason());
    } catch (IOException | RuntimeException gone) {
      LOG.log(Level.FINE, "The connection was gone before it was closed", gone);
    }
  }

  /** What one user has pushed and is still queued. */
  private static final class Pushed {
    private long cost;
    private Frame.Push presence; // its last one, unless that is being sent
    private boolean followed; // something else of the user's is queued behind that

    void leaves(Frame.Push push) {
      if (presence == push) {
        presence = null;
      }
    }
  }
}
