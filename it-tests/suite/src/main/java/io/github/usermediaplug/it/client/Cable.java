package io.github.usermediaplug.it.client;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * What lies between a client and a server, and can fall silent: from then on it swallows what
 * either side says, and neither is told, since TCP on both sides stays as it is. Until then it
 * passes on how a side ends, too.
 */
public final class Cable implements AutoCloseable {
  private final URI far;
  private final ServerSocket near;
  private final List<Closeable> open = new CopyOnWriteArrayList<>();
  private volatile boolean silent;

  private Cable(URI far) throws IOException {
    this.far = far;
    this.near = new ServerSocket(0, 50, InetAddress.getByName(far.getHost()));
    open.add(near);
    start(this::accept);
  }

  /** A cable to the server at this address. */
  public static Cable to(URI server) {
    try {
      return new Cable(server);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The server's address at the client's end. */
  public URI uri() {
    return URI.create(
        "%s://%s:%d%s"
            .formatted(far.getScheme(), far.getHost(), near.getLocalPort(), far.getRawPath()));
  }

  /** Swallows everything from now on. */
  public void fallsSilent() {
    silent = true;
    Transcript.note("the cable falls silent");
  }

  private void accept() throws IOException {
    while (true) {
      Socket client = near.accept();
      Socket server = new Socket(far.getHost(), far.getPort());
      open.add(client);
      open.add(server);
      client.setTcpNoDelay(true);
      server.setTcpNoDelay(true);
      start(() -> carry(client, server));
      start(() -> carry(server, client));
    }
  }

  private void carry(Socket from, Socket to) throws IOException {
    byte[] buffer = new byte[16 << 10];
    InputStream in = from.getInputStream();
    OutputStream out = to.getOutputStream();
    try {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        if (!silent) {
          out.write(buffer, 0, read);
        }
      }
      if (!silent) {
        to.shutdownOutput();
      }
    } catch (IOException reset) {
      if (!silent) {
        reset(from);
        reset(to);
      }
      throw reset;
    }
  }

  /** Passes a reset on as one, or who sits behind it would hear nothing any more. */
  private static void reset(Socket side) throws IOException {
    if (!side.isClosed()) {
      side.setSoLinger(true, 0);
      side.close();
    }
  }

  private static void start(Carrying carrying) {
    Thread thread =
        new Thread(
            () -> {
              try {
                carrying.run();
              } catch (IOException e) {
                Transcript.note("a cable ended: " + e.getMessage());
              }
            },
            "cable");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    for (Closeable each : open) {
      try {
        each.close();
      } catch (IOException e) {
        Transcript.note("a cable did not close: " + e.getMessage());
      }
    }
  }

  private interface Carrying {
    void run() throws IOException;
  }
}
