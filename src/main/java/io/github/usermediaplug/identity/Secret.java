package io.github.usermediaplug.identity;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;

/**
 * An unguessable word: 192 bits from the platform's secure source, in the URL-safe base 64 of RFC
 * 4648. It says itself only through {@link #reveal}, so that no log can hold it by accident.
 */
public final class Secret {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final String word;

  private Secret(String word) {
    this.word = word;
  }

  /** A fresh one. */
  public static Secret fresh() {
    byte[] bits = new byte[24];
    RANDOM.nextBytes(bits);
    return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
  }

  /** Compares in a time that tells nothing of where the words differ. */
  public boolean matches(String other) {
    return MessageDigest.isEqual(bytes(word), bytes(other));
  }

  /** The word, for the one message that hands it out. */
  public String reveal() {
    return word;
  }

  @Override
  public String toString() {
    return "Secret[hidden]";
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
