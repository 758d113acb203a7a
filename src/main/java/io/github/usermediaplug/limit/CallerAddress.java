package io.github.usermediaplug.limit;

import io.github.usermediaplug.socket.MemoryOwner;
import jakarta.websocket.Session;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;

/**
 * Brings the remote address from the handshake's request, which has one, to the session, which in
 * Jakarta WebSocket has none. Every container asks the configurator within the request's chain of
 * filters, in the same thread; so nothing that a client sends can pass for it.
 */
public final class CallerAddress {

  private static final Logger LOG = Logger.getLogger(CallerAddress.class.getName());
  private static final String PROPERTY = "io.github.usermediaplug.caller-address";
  private static final ThreadLocal<AddressBlock> OF_THIS_REQUEST = new ThreadLocal<>();
  private static final AtomicBoolean TOLD = new AtomicBoolean();

  private CallerAddress() {}

  /** Begins a handshake's request; {@link #forget} must follow. */
  static void remember(AddressBlock block) {
    OF_THIS_REQUEST.set(block);
  }

  static void forget() {
    OF_THIS_REQUEST.remove();
  }

  /**
   * Keeps the address among the properties of the session that is about to be; the unknown one if
   * no filter ran before this handshake.
   */
  public static void keepIn(Map<String, Object> properties) {
    AddressBlock block = OF_THIS_REQUEST.get();
    if (block == null && TOLD.compareAndSet(false, true)) {
      LOG.warning(
          "The server opens WebSockets before its filters run: their addresses are not known, and"
              + " all count as one");
    }
    properties.put(PROPERTY, block == null ? AddressBlock.UNKNOWN : block);
  }

  /**
   * On whose account the session keeps memory as long as its user is not known: its site's, for a
   * site that spreads over many addresses keeps little in each of them.
   */
  public static MemoryOwner memoryOwner(Session session) {
    return MemoryOwner.address(of(session).site());
  }

  /** All that are not known have one in common. */
  static AddressBlock of(Session session) {
    return session.getUserProperties().get(PROPERTY) instanceof AddressBlock block
        ? block
        : AddressBlock.UNKNOWN;
  }
}
