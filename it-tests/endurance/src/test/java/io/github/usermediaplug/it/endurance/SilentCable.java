package io.github.usermediaplug.it.endurance;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * A stretch of the way to a server that one day swallows all that is sent, in both directions, and
 * says nothing: no FIN, no reset. So does a laptop go that is closed. For one connection.
 */
final class SilentCable implements AutoCloseable {
  private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final int serverPort;
  private volatile boolean silent;
  private Socket near;
  private Socket far;

  SilentCable(int serverPort) throws IOException {
    this.serverPort = serverPort;
    start("cable", this::connect);
  }

  /** Where the way begins. */
  int port() {
    return door.getLocalPort();
  }

  void fallSilent() {
    silent = true;
  }

  private synchronized void connect() throws IOException {
    near = door.accept();
    far = new Socket(InetAddress.getLoopbackAddress(), serverPort);
    start("cable up", () -> carry(near, far));
    start("cable down", () -> carry(far, near));
  }

  private void carry(Socket from, Socket to) throws IOException {
    byte[] buffer = new byte[16 << 10];
    for (int n = from.getInputStream().read(buffer);
        n >= 0;
        n = from.getInputStream().read(buffer)) {
      if (!silent) {
        to.getOutputStream().write(buffer, 0, n);
      }
    }
    if (!silent) {
      to.close();
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static void start(String name, Work work) {
    Thread thread =
        new Thread(
            () -> {
              try {
                work.run();
              } catch (IOException cut) {
                // One of the two has gone, which is for them to notice.
              }
            },
            name);
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try (door;
        Socket one = near;
        Socket other = far) {
      silent = true;
    } catch (IOException gone) {
      // Closed is closed.
    }
  }
}
