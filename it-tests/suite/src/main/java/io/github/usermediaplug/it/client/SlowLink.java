package io.github.usermediaplug.it.client;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * A WebSocket on a bare socket that reads when it is asked to and not before, and whose cable can
 * be cut. Clients of jakarta.websocket do neither. It keeps the kernel's buffers small, so that
 * what it does not read stays the server's.
 */
public final class SlowLink {
  private static final int KERNEL_BUFFER = 16 << 10;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;

  private final String owner;
  private final Socket socket = new Socket();
  private final DataInputStream in;
  private final OutputStream out;
  private final ByteArrayOutputStream begun = new ByteArrayOutputStream(); // a text in parts

  private String head = "";

  private SlowLink(String owner, URI uri, Optional<String> from, String... headers)
      throws IOException {
    this.owner = owner;
    socket.setReceiveBufferSize(KERNEL_BUFFER);
    socket.setSendBufferSize(KERNEL_BUFFER);
    socket.setTcpNoDelay(true);
    socket.setSoTimeout((int) Mailbox.PATIENCE.toMillis());
    if (from.isPresent()) {
      socket.bind(new InetSocketAddress(from.get(), 0));
    }
    socket.connect(new InetSocketAddress(uri.getHost(), uri.getPort()));
    in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 1 << 10));
    out = socket.getOutputStream();
    shakeHands(uri, headers);
  }

  static SlowLink open(String owner, URI uri, String... headers) {
    return open(owner, uri, Optional.empty(), headers);
  }

  /** From this address of the machine, which has as many as {@code 127.0.0.0/8} if it is Linux. */
  static SlowLink openFrom(String address, String owner, URI uri) {
    return open(owner, uri, Optional.of(address));
  }

  private static SlowLink open(String owner, URI uri, Optional<String> from, String... headers) {
    try {
      return new SlowLink(owner, uri, from, headers);
    } catch (IOException e) {
      throw new UncheckedIOException(owner + " can't open " + uri, e);
    }
  }

  private void shakeHands(URI uri, String... headers) throws IOException {
    byte[] key = new byte[16];
    ThreadLocalRandom.current().nextBytes(key);
    boolean named = Stream.of(headers).anyMatch(header -> header.startsWith("Host: "));
    String host = named ? "" : "\r\nHost: " + uri.getAuthority();
    String request =
        String.join(
            "\r\n",
            "GET " + uri.getRawPath() + " HTTP/1.1" + host,
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: " + Base64.getEncoder().encodeToString(key),
            String.join("\r\n", headers) + (headers.length > 0 ? "\r\n" : ""),
            "");
    out.write(request.getBytes(US_ASCII));
    String status = line();
    if (!status.startsWith("HTTP/1.1 101")) {
      throw new IOException("no WebSocket at " + uri + ": " + status);
    }
    for (String header = line(); !header.isEmpty(); header = line()) {
      head += header + "\n";
    }
  }

  /** The headers that the handshake was answered with. */
  public String head() {
    return head;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.readUnsignedByte(); c != '\n'; c = in.readUnsignedByte()) {
      line.append((char) c);
    }
    return line.toString().strip();
  }

  public void send(String text) {
    Transcript.add(owner, "->", text);
    try {
      frame(0x81, text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(owner + " can't send", e);
    }
  }

  /** Sends, and waits as long as TCP does; fails when the line has ended. */
  public void send(byte[] bytes) throws IOException {
    frame(0x82, bytes);
  }

  /** Sends a frame with whatever first byte, the fin bit and the opcode among them. */
  public synchronized void frame(int opcode, byte[] payload) throws IOException {
    ByteBuffer frame = ByteBuffer.allocate(payload.length + 14).put((byte) opcode);
    if (payload.length < 126) {
      frame.put((byte) (0x80 | payload.length));
    } else if (payload.length < 1 << 16) {
      frame.put((byte) 0xFE).putShort((short) payload.length);
    } else {
      frame.put((byte) 0xFF).putLong(payload.length);
    }
    // A mask of zeros leaves the payload as it is.
    frame.putInt(0).put(payload);
    out.write(frame.array(), 0, frame.position());
  }

  /** Sends bytes as they are, which may be any part of a frame. */
  public synchronized void raw(byte... bytes) throws IOException {
    out.write(bytes);
  }

  /**
   * Whether the server has ended the connection; reads what has come, answers nothing and waits for
   * nothing.
   */
  public boolean hasEnded() {
    try {
      socket.setSoTimeout(1);
      while (in.read() >= 0) {
        // Whatever it is, it is no end.
      }
      return true;
    } catch (SocketTimeoutException nothingCame) {
      return false;
    } catch (IOException reset) {
      return true;
    }
  }

  /** Reads on, whatever comes, until the server ends the connection, be it without a word. */
  public void awaitEnd() {
    try {
      while (in.read() >= 0) {
        // Whatever it is, it is no end.
      }
    } catch (SocketTimeoutException nothingCame) {
      throw new AssertionError(owner + "'s line does not end", nothingCame);
    } catch (IOException reset) {
      // That is an end.
    }
  }

  /** Pings, and awaits the pong: the server has let this line in. */
  public void awaitPong() throws IOException {
    frame(0x80 | PING, new byte[0]);
    while (frameOtherThanPong()) {
      // What the server says meanwhile is not for this.
    }
  }

  private boolean frameOtherThanPong() throws IOException {
    int head = in.readUnsignedByte();
    byte[] payload = new byte[length(in.readUnsignedByte())];
    in.readFully(payload);
    if (head == (0x80 | CLOSE)) {
      throw new Closed(payload);
    }
    return head != (0x80 | PONG);
  }

  /** Pings so often in a thread of its own and reads nothing, until the line ends. */
  public Thread floodPings(int count) {
    Thread thread =
        new Thread(
            () -> {
              try {
                for (int i = 0; i < count; i++) {
                  frame(0x80 | PING, new byte[125]);
                }
              } catch (IOException ended) {
                // By the server, or at the end of the test.
              }
            },
            "pings");
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  /** Reads and answers so many pings; whatever else comes is dropped. */
  public void answerPings(int count) throws IOException {
    for (int answered = 0; answered < count; ) {
      int head = in.readUnsignedByte();
      byte[] payload = new byte[length(in.readUnsignedByte())];
      in.readFully(payload);
      if (head == (0x80 | CLOSE)) {
        throw new Closed(payload);
      }
      if (head == (0x80 | PING)) {
        frame(0x80 | PONG, payload);
        answered++;
      }
    }
  }

  /** Reads and drops messages, answers pings, and gives the code of the close that comes. */
  public int awaitClose() {
    return awaitClosed().code;
  }

  /** The same, with the phrase for people behind the code. */
  public String awaitCloseReason() {
    return awaitClosed().reason;
  }

  private Closed awaitClosed() {
    try {
      while (true) {
        read();
      }
    } catch (Closed closed) {
      return closed;
    } catch (IOException e) {
      throw new AssertionError(owner + "'s line ended without a word: " + e, e);
    }
  }

  /** The server has closed. */
  public static final class Closed extends EOFException {
    private static final long serialVersionUID = 1L;
    private final int code;
    private final String reason;

    Closed(byte[] payload) {
      super("closed with " + ByteBuffer.wrap(payload).getShort());
      this.code = ByteBuffer.wrap(payload).getShort();
      this.reason = code + " " + new String(payload, 2, payload.length - 2, UTF_8);
    }

    public int code() {
      return code;
    }

    /** The code, and the phrase for people behind it. */
    public String reason() {
      return reason;
    }
  }

  /** Reads the next message, however long it takes; a ping is answered when it is read. */
  public Message read() throws IOException {
    Optional<Message> message = readFrame();
    while (message.isEmpty()) {
      message = readFrame();
    }
    return message.get();
  }

  /** Reads what has come already, up to the next message; that may have been no more than pings. */
  public Optional<Message> poll() throws IOException {
    Optional<Message> message = Optional.empty();
    while (message.isEmpty() && in.available() > 0) {
      message = readFrame();
    }
    return message;
  }

  private Optional<Message> readFrame() throws IOException {
    int head = in.readUnsignedByte();
    byte[] payload = new byte[length(in.readUnsignedByte())];
    in.readFully(payload);
    switch (head) {
      case 0x01:
      case 0x00:
        // Some servers send a long text in parts.
        begun.write(payload);
        return Optional.empty();
      case 0x80:
        begun.write(payload);
        String whole = begun.toString(UTF_8);
        begun.reset();
        Transcript.add(owner, "<-", whole);
        return Optional.of(Message.text(whole));
      case 0x81:
        Transcript.add(owner, "<-", new String(payload, UTF_8));
        return Optional.of(Message.text(new String(payload, UTF_8)));
      case 0x82:
        return Optional.of(Message.binary(payload));
      case 0x80 | CLOSE:
        throw new Closed(payload);
      case 0x80 | PING:
        frame(0x80 | PONG, payload);
        return Optional.empty();
      default:
        if (head < 0x88) {
          throw new IOException("a frame of a fragmented binary message: not for this client");
        }
        return Optional.empty();
    }
  }

  private int length(int length) throws IOException {
    return length == 126 ? in.readUnsignedShort() : length == 127 ? (int) in.readLong() : length;
  }

  /** Says goodbye, and hears the server's; what else it said before that is not read. */
  public void close() {
    if (socket.isClosed()) {
      return;
    }
    Transcript.add(owner, "->", "(close)");
    try {
      frame(0x80 | CLOSE, ByteBuffer.allocate(2).putShort((short) 1000).array());
      while (true) {
        read();
      }
    } catch (IOException ended) {
      cut();
    }
  }

  /** Cuts the cable: the server sees the connection reset, and no close frame. */
  public void cut() {
    if (socket.isClosed()) {
      return;
    }
    Transcript.add(owner, "->", "(cut)");
    try {
      socket.setSoLinger(true, 0);
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
