package io.github.usermediaplug.launcher;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.Optional;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import org.apache.tomcat.util.net.NioChannel;
import org.apache.tomcat.util.net.NioEndpoint;
import org.apache.tomcat.util.net.SocketEvent;
import org.apache.tomcat.util.net.SocketWrapperBase;

/**
 * Tomcat's listener, with a bound for connections that does not keep newcomers waiting, and a time
 * for a request that a byte now and then does not make longer. Where the bound is reached, a
 * connection ends on which a request has still to come: of the address with most of them, the one
 * that has waited longest. So whoever opens many ends its own, and behind a proxy, where all have
 * one address, those go first that never get on. Upgraded connections are not ended.
 */
final class BoundedEndpoint extends NioEndpoint {

  private static final Logger LOG = Logger.getLogger(BoundedEndpoint.class.getName());
  private static final long QUIET = TimeUnit.MINUTES.toNanos(1);

  /** A site has a whole /64 of IPv6 to choose addresses from (RFC 6177). */
  private static final int SITE_BYTES = 8;

  private final int bound;
  private final long requestNanos;
  private final UnfinishedRequests<SocketChannel> requests =
      new UnfinishedRequests<>(System::nanoTime);
  private ScheduledFuture<?> ending;
  private long quietUntil = System.nanoTime(); // by the acceptor's thread alone

  /** A listener for so many connections, which have so long for a request. */
  BoundedEndpoint(int bound, long requestMillis) {
    this.bound = bound;
    this.requestNanos = TimeUnit.MILLISECONDS.toNanos(requestMillis);
    // Tomcat's own bound has newcomers wait until somebody goes.
    setMaxConnections(-1);
  }

  @Override
  public void startInternal() throws Exception {
    super.startInternal();
    ending = getUtilityExecutor().scheduleWithFixedDelay(this::endLateOnes, 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public void stopInternal() {
    if (ending != null) {
      ending.cancel(false);
    }
    super.stopInternal();
  }

  @Override
  protected boolean setSocketOptions(SocketChannel socket) {
    Optional<InetAddress> address = address(socket);
    if (address.isEmpty() || !hasRoom(address.get())) {
      destroySocket(socket);
      return true;
    }
    requests.opened(socket, site(address.get()));
    boolean taken = super.setSocketOptions(socket);
    if (!taken) {
      requests.forget(socket);
    }
    return taken;
  }

  /** Empty where it has ended already. */
  private static Optional<InetAddress> address(SocketChannel socket) {
    try {
      return Optional.of(((InetSocketAddress) socket.getRemoteAddress()).getAddress());
    } catch (IOException ended) {
      return Optional.empty();
    }
  }

  private static Object site(InetAddress address) {
    byte[] bytes = address.getAddress();
    return ByteBuffer.wrap(bytes, 0, Math.min(bytes.length, SITE_BYTES));
  }

  private boolean hasRoom(InetAddress newcomer) {
    if (connections.size() < bound) {
      return true;
    }
    boolean room = requests.eldestOfTheMost().filter(this::end).isPresent();
    if (System.nanoTime() - quietUntil >= 0) {
      quietUntil = System.nanoTime() + QUIET;
      String what = room ? "whose request does not come is ended" : "is turned away";
      LOG.warning(
          () ->
              "%d connections are open; one %s for each that comes, now for one from %s"
                  .formatted(bound, what, newcomer.getHostAddress()));
    }
    return room;
  }

  private void endLateOnes() {
    requests.longerThan(requestNanos).forEach(this::end);
  }

  /** Not where one of the server's threads is busy with it. */
  private boolean end(SocketChannel socket) {
    SocketWrapperBase<NioChannel> connection = connections.get(socket);
    if (connection == null || !connection.getLock().tryLock()) {
      return false;
    }
    try {
      connection.close();
      return true;
    } finally {
      connection.getLock().unlock();
    }
  }

  @Override
  public boolean processSocket(
      SocketWrapperBase<NioChannel> connection, SocketEvent event, boolean dispatch) {
    if (connection != null) {
      requests.received(connection.getSocket().getIOChannel());
    }
    return super.processSocket(connection, event, dispatch);
  }

  @Override
  public void setHandler(Handler<NioChannel> handler) {
    super.setHandler(new Watched(handler));
  }

  private final class Watched implements Handler<NioChannel> {
    private final Handler<NioChannel> handler;

    Watched(Handler<NioChannel> handler) {
      this.handler = handler;
    }

    @Override
    public SocketState process(SocketWrapperBase<NioChannel> connection, SocketEvent event) {
      SocketChannel socket = connection.getSocket().getIOChannel();
      SocketState state = handler.process(connection, event);
      switch (state) {
        case OPEN -> requests.nextIsAwaited(socket);
        case LONG -> requests.isStillAwaited(socket);
        case UPGRADED, ASYNC_IO -> requests.forget(socket);
        default -> {}
      }
      return state;
    }

    @Override
    public void release(SocketWrapperBase<NioChannel> connection) {
      requests.forget(connection.getSocket().getIOChannel());
      handler.release(connection);
    }

    @Override
    public Object getGlobal() {
      return handler.getGlobal();
    }

    @Override
    public void pause() {
      handler.pause();
    }

    @Override
    public void recycle() {
      handler.recycle();
    }
  }
}
