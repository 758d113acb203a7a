package io.github.usermediaplug.bench.raw;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.HashMap;
import java.util.Map;

/**
 * Relays bytes between any two connections whose first line is the same. One thread, as much a read
 * as fits in a buffer, nothing looked at: what a relay on this machine cannot be faster than.
 */
public final class RelayServer {

  private final Map<String, Leg> waiting = new HashMap<>();

  private RelayServer() {}

  /** Serves the port named first until killed. */
  public static void main(String[] arguments) throws IOException {
    new RelayServer().serve(Integer.parseInt(arguments[0]));
  }

  private void serve(int port) throws IOException {
    Selector selector = Selector.open();
    ServerSocketChannel server = ServerSocketChannel.open();
    server.bind(new InetSocketAddress("127.0.0.1", port), 1024);
    server.configureBlocking(false);
    server.register(selector, SelectionKey.OP_ACCEPT);
    while (true) {
      selector.select(
          key -> {
            if (key.attachment() instanceof Leg leg) {
              leg.ready(waiting);
            } else {
              accept(server, selector);
            }
          });
    }
  }

  private static void accept(ServerSocketChannel server, Selector selector) {
    try {
      SocketChannel channel = server.accept();
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
      key.attach(new Leg(channel, key));
    } catch (IOException failure) {
      System.err.println("not accepted: " + failure);
    }
  }
}
