package io.github.usermediaplug.it.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One WebSocket message: its kind and its bytes. */
public record Message(Kind kind, byte[] bytes) {
  /** The two kinds of message that WebSocket has. */
  public enum Kind {
    TEXT,
    BINARY
  }

  public static Message text(String text) {
    return new Message(Kind.TEXT, text.getBytes(UTF_8));
  }

  public static Message binary(byte[] bytes) {
    return new Message(Kind.BINARY, bytes);
  }

  public boolean isText() {
    return kind == Kind.TEXT;
  }

  public String text() {
    return new String(bytes, UTF_8);
  }

  /** Kind, length and SHA-256: what two ends compare, and what a failure can print. */
  public String digest() {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
      return kind + " " + bytes.length + " " + HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public String toString() {
    return isText() ? text() : "(binary, " + bytes.length + " bytes)";
  }
}
