package io.github.usermediaplug.it.process;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.github.usermediaplug.it.client.Exchange;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** The executable WAR, running as a process of its own. */
public final class ServerProcess implements AutoCloseable {
  private static final int PATIENCE_SECONDS = 60;
  private static final int BETWEEN_TRIES_MILLIS = 50;

  private final Process process;
  private final Path log;
  private final Thread logging = new Thread(this::writeLog, "log of a server");
  private final URI root;

  private ServerProcess(
      List<String> within,
      int port,
      String context,
      Map<String, String> environment,
      List<String> options)
      throws IOException {
    root = URI.create("http://127.0.0.1:" + port + context + "/");
    log = Files.createDirectories(Path.of("target", "logs")).resolve(UUID.randomUUID() + ".log");
    List<String> command = new ArrayList<>(within);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx256m", "-jar", System.getProperty("warUnderTest")));
    command.addAll(options);
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    process = builder.redirectErrorStream(true).start();
    logging.setDaemon(true);
    logging.start();
  }

  /** Here and not in the server's own process, which may have run out of room for files. */
  private void writeLog() {
    try (OutputStream file = Files.newOutputStream(log)) {
      process.getInputStream().transferTo(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Starts without waiting for anything. */
  public static ServerProcess launch(Path data) throws IOException {
    return launch(data, Map.of());
  }

  /** Starts, and waits until it serves. */
  public static ServerProcess start(Path data) throws IOException {
    return launch(data).awaitServing();
  }

  /** Starts with settings of the environment, and waits until it serves. */
  public static ServerProcess start(Path data, Map<String, String> settings) throws IOException {
    return launch(data, settings).awaitServing();
  }

  /** Starts under another context path, on a port named by the environment. */
  public static ServerProcess startByEnvironment(Path data, String context) throws IOException {
    int port = freePort();
    var environment = Map.of("PORT", Integer.toString(port));
    var options = List.of("--data", data.toString(), "--context", context);
    return new ServerProcess(List.of(), port, context, environment, options).awaitServing();
  }

  /** Starts with settings of the environment, without waiting for anything. */
  public static ServerProcess launch(Path data, Map<String, String> settings) throws IOException {
    return launch(List.of(), data, settings);
  }

  /** Starts by a command that becomes the command which is appended, and waits until it serves. */
  public static ServerProcess start(List<String> within, Path data) throws IOException {
    return launch(within, data, Map.of()).awaitServing();
  }

  private static ServerProcess launch(List<String> within, Path data, Map<String, String> settings)
      throws IOException {
    int port = freePort();
    var options = List.of("--data", data.toString(), "--port", Integer.toString(port));
    return new ServerProcess(within, port, "/user-media-plug", settings, options);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private ServerProcess awaitServing() {
    long deadline = System.nanoTime() + SECONDS.toNanos(PATIENCE_SECONDS);
    while (!serves()) {
      if (System.nanoTime() > deadline || ends()) {
        close();
        throw new AssertionError("the server did not come to serve: " + output());
      }
    }
    return this;
  }

  private boolean serves() {
    try {
      HttpURLConnection page = (HttpURLConnection) root.toURL().openConnection();
      return page.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false;
    }
  }

  private boolean ends() {
    try {
      boolean ended = process.waitFor(BETWEEN_TRIES_MILLIS, MILLISECONDS);
      if (ended) {
        logging.join();
      }
      return ended;
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /** Its number among the machine's processes. */
  public long pid() {
    return process.pid();
  }

  /** Its context root. */
  public URI root() {
    return root;
  }

  /** Where {@link #output} is kept. */
  public Path log() {
    return log;
  }

  /** Its heap, after a full collection. */
  public Heap heap() throws IOException {
    Process jcmd =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                Long.toString(pid()),
                "GC.class_histogram")
            .redirectErrorStream(true)
            .start();
    return Heap.of(new String(jcmd.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
  }

  /** Where it listens. */
  public int port() {
    return root.getPort();
  }

  /** What its clients talk to. */
  public Exchange exchange() {
    return new Exchange(root);
  }

  /** As `kill -9` does: no shutdown hook runs, no buffer is flushed. */
  public void kill() {
    process.toHandle().destroyForcibly();
    awaitExit();
  }

  /** As an administrator does. */
  public int stop() {
    // By its handle: the process itself would close the pipe that its last words come through.
    process.toHandle().destroy();
    return awaitExit();
  }

  /** Waits for its end, and gives its exit code. */
  public int awaitExit() {
    try {
      if (!process.waitFor(PATIENCE_SECONDS, SECONDS)) {
        throw new AssertionError("the server does not end: " + output());
      }
      logging.join();
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  /**
   * What it has logged and printed: all of it once the server has ended by {@link #kill}, {@link
   * #stop} or by itself; before that the last lines may still be on their way here.
   */
  public String output() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    kill();
  }
}
