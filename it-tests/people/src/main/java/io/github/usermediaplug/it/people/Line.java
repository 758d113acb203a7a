package io.github.usermediaplug.it.people;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The network between one browser and the server, which can be cut: it passes bytes on in both
 * directions until then. New connections pass again as soon as it is mended.
 */
public final class Line implements AutoCloseable {
  private final ServerSocket entrance;
  private final int serverPort;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private volatile boolean cut;

  Line(int serverPort) throws IOException {
    this.serverPort = serverPort;
    this.entrance = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start("line", this::acceptAll);
  }

  int port() {
    return entrance.getLocalPort();
  }

  /** Resets every connection, and those to come. */
  public void cut() {
    cut = true;
    sockets.forEach(Line::reset);
    sockets.clear();
  }

  public void mend() {
    cut = false;
  }

  @Override
  public void close() throws IOException {
    entrance.close();
    cut();
  }

  private void acceptAll() {
    try {
      while (true) {
        Socket client = entrance.accept();
        if (cut) {
          reset(client);
        } else {
          join(client);
        }
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void join(Socket client) {
    try {
      Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      sockets.add(client);
      sockets.add(server);
      start("line up", () -> pass(client, server));
      start("line down", () -> pass(server, client));
    } catch (IOException noServer) {
      reset(client);
    }
  }

  private void pass(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException broken) {
      reset(from);
      reset(to);
    }
  }

  private static void reset(Socket socket) {
    try (socket) {
      socket.setSoLinger(true, 0);
    } catch (IOException closedAlready) {
      // Then there is nothing to reset.
    }
  }

  private static void start(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }
}
