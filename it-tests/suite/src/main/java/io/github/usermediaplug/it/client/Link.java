package io.github.usermediaplug.it.client;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import jakarta.websocket.ClientEndpointConfig;
import jakarta.websocket.CloseReason;
import jakarta.websocket.ContainerProvider;
import jakarta.websocket.DeploymentException;
import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

/**
 * One WebSocket of a client that reads all the time. Written to jakarta.websocket alone, so that it
 * also runs inside a server, on that server's own client. Any thread may send: messages do not mix.
 */
public final class Link {
  private static final int BUFFER = 4 << 20;

  private final String owner;
  private final Mailbox<Message> received;
  private final CompletableFuture<CloseReason> closed = new CompletableFuture<>();
  private final Session session;

  private Link(String owner, URI uri, ClientEndpointConfig config)
      throws DeploymentException, IOException {
    this.owner = owner;
    this.received = new Mailbox<>(owner);
    this.session =
        ContainerProvider.getWebSocketContainer().connectToServer(new Receiver(), config, uri);
  }

  public static Link open(String owner, URI uri) {
    return open(Map.of(), owner, uri);
  }

  static Link open(Map<String, String> headers, String owner, URI uri) {
    try {
      return openWith(headers, owner, uri);
    } catch (DeploymentException | IOException e) {
      throw new AssertionError(owner + " can't open " + uri, e);
    }
  }

  /** Opens as a page of this origin would; null is a client that is no browser. */
  public static Link openFrom(String origin, String owner, URI uri)
      throws DeploymentException, IOException {
    return openWith(origin == null ? Map.of() : Map.of("Origin", origin), owner, uri);
  }

  /** Opens with these headers in the handshake. */
  public static Link openWith(Map<String, String> headers, String owner, URI uri)
      throws DeploymentException, IOException {
    var config = ClientEndpointConfig.Builder.create().configurator(new With(headers)).build();
    // Tyrus starts threads for every connection unless told to share them; others ignore it.
    config.getUserProperties().put("org.glassfish.tyrus.client.sharedContainer", true);
    try {
      return new Link(owner, uri, config);
    } catch (DeploymentException failed) {
      if (failed.getCause() instanceof NullPointerException) {
        // Very seldom Tyrus 2.2 is handed no connection by a connect that succeeded, and stumbles
        // over its own log message.
        return new Link(owner, uri, config);
      }
      throw failed;
    }
  }

  public synchronized void send(String text) {
    Transcript.add(owner, "->", text);
    quietly(() -> session.getBasicRemote().sendText(text));
  }

  public synchronized void send(byte[] bytes) {
    Transcript.add(owner, "->", "(binary, " + bytes.length + " bytes)");
    quietly(() -> session.getBasicRemote().sendBinary(ByteBuffer.wrap(bytes)));
  }

  public void send(Message message) {
    if (message.isText()) {
      send(message.text());
    } else {
      send(message.bytes());
    }
  }

  /** Sends one binary message in frames of at most so many bytes. */
  public synchronized void sendInFrames(byte[] bytes, int frame) {
    Transcript.add(owner, "->", "(binary, " + bytes.length + " bytes in frames of " + frame + ")");
    for (int from = 0; from < bytes.length; from += frame) {
      int length = Math.min(frame, bytes.length - from);
      boolean last = from + length == bytes.length;
      ByteBuffer part = ByteBuffer.wrap(bytes, from, length).slice();
      quietly(() -> session.getBasicRemote().sendBinary(part, last));
    }
  }

  /** Sends one text message in frames of at most so many characters. */
  public synchronized void sendInFrames(String text, int frame) {
    Transcript.add(owner, "->", text + " (in frames of " + frame + ")");
    for (int from = 0; from < text.length(); from += frame) {
      int end = Math.min(text.length(), from + frame);
      String part = text.substring(from, end);
      quietly(() -> session.getBasicRemote().sendText(part, end == text.length()));
    }
  }

  public Message take(String what, Predicate<Message> fits) {
    return received.take(what, fits);
  }

  Optional<Message> takeOrEnd(String what, Predicate<Message> fits) {
    return received.takeOrEnd(what, fits);
  }

  public Message next() {
    return take("a message", message -> true);
  }

  public List<Message> unread() {
    return received.unread();
  }

  public boolean isOpen() {
    return !closed.isDone();
  }

  /** Awaits the end of this line, whichever side ends it. */
  public CloseReason awaitClosed() {
    try {
      return closed.get(Mailbox.PATIENCE.toMillis(), MILLISECONDS);
    } catch (TimeoutException e) {
      throw new AssertionError(owner + " waited in vain for its line to be closed", e);
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(owner + " can't await the end of its line", e);
    }
  }

  public void close() {
    if (isOpen()) {
      Transcript.add(owner, "->", "(close)");
      try {
        session.close();
      } catch (IOException | RuntimeException e) {
        Transcript.add(owner, "!!", "close: " + e);
      }
    }
  }

  /**
   * A line may be closed by the server while the client still speaks: that is for awaitClosed to
   * tell.
   */
  private void quietly(Sending sending) {
    try {
      sending.run();
    } catch (IOException e) {
      if (isOpen()) {
        throw new UncheckedIOException(owner + " can't send", e);
      }
    } catch (IllegalStateException | RejectedExecutionException e) {
      Transcript.add(owner, "!!", "not sent: " + e.getMessage());
    }
  }

  private interface Sending {
    void run() throws IOException;
  }

  private final class Receiver extends Endpoint {
    @Override
    public void onOpen(Session opened, EndpointConfig config) {
      opened.setMaxTextMessageBufferSize(BUFFER);
      opened.setMaxBinaryMessageBufferSize(BUFFER);
      opened.addMessageHandler(
          String.class, (MessageHandler.Whole<String>) text -> receive(Message.text(text)));
      opened.addMessageHandler(
          byte[].class, (MessageHandler.Whole<byte[]>) bytes -> receive(Message.binary(bytes)));
    }

    private void receive(Message message) {
      Transcript.add(owner, "<-", message);
      received.put(message);
    }

    @Override
    public void onClose(Session session, CloseReason reason) {
      String text = reason.getCloseCode().getCode() + " " + reason.getReasonPhrase();
      Transcript.add(owner, "<-", "(closed: " + text + ")");
      received.end(text);
      closed.complete(reason);
    }

    @Override
    public void onError(Session session, Throwable failure) {
      Transcript.add(owner, "!!", failure);
    }
  }

  private static final class With extends ClientEndpointConfig.Configurator {
    private final Map<String, String> own;

    With(Map<String, String> own) {
      this.own = own;
    }

    @Override
    public void beforeRequest(Map<String, List<String>> headers) {
      // Tyrus sends an Origin of its own making, as no client but a browser does.
      headers.keySet().removeIf("Origin"::equalsIgnoreCase);
      own.forEach((name, value) -> headers.put(name, List.of(value)));
    }
  }
}
