package io.github.usermediaplug.identity.token;

import com.nimbusds.jose.jwk.Curve;
import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.config.InvalidSetting;
import io.github.usermediaplug.config.Key;
import io.github.usermediaplug.config.Sensitive;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.spec.SecretKeySpec;

/**
 * Reads the key that tokens are checked with, and refuses one that is weak or not the algorithm's.
 * What it says of a key never holds the key.
 */
final class TokenKey {

  /** RFC 7518, section 3.2: as long as the hash. */
  private static final int LEAST_SECRET = 32;

  /** RFC 7518, section 3.3. */
  private static final int LEAST_MODULUS = 2048;

  private static final Pattern PUBLIC_PEM =
      Pattern.compile("-----BEGIN PUBLIC KEY-----(.*)-----END PUBLIC KEY-----", Pattern.DOTALL);

  private final Key<?> setting;
  private final String text;

  private TokenKey(Key<?> setting, String text) {
    this.setting = setting;
    this.text = text.strip();
  }

  static java.security.Key configured(Configuration configuration) {
    TokenKey key = found(configuration);
    return switch (configuration.get(Key.TOKEN_ALGORITHM)) {
      case "RS256" -> key.rsa();
      case "ES256" -> key.ec();
      default -> key.secret();
    };
  }

  private static TokenKey found(Configuration configuration) {
    Optional<Sensitive> text = configuration.get(Key.TOKEN_KEY);
    Optional<String> file = configuration.get(Key.TOKEN_KEY_FILE);
    if (text.isPresent() && file.isPresent()) {
      throw InvalidSetting.because(
          Key.TOKEN_KEY_FILE, "is set and so is token-key; only one of them may be");
    }
    return text.map(key -> new TokenKey(Key.TOKEN_KEY, key.reveal()))
        .or(() -> file.map(TokenKey::read))
        .orElseThrow(
            () ->
                InvalidSetting.because(
                    Key.TOKEN_KEY,
                    "is not set, and neither is token-key-file, but identity is 'token'"));
  }

  private static TokenKey read(String file) {
    try {
      return new TokenKey(Key.TOKEN_KEY_FILE, Files.readString(Path.of(file)));
    } catch (IOException failure) {
      throw InvalidSetting.because(
          Key.TOKEN_KEY_FILE,
          isPlainlyAFile(Path.of(file))
              ? "is '%s', which cannot be read (%s)".formatted(file, failure)
              : "names no file that can be read; what it names is not shown, for it may be a key:"
                  + " a key itself is set as token-key, and a file best by its absolute path");
    }
  }

  /** No key in base 64 has a dot in it, or begins with the path of a directory that is there. */
  private static boolean isPlainlyAFile(Path file) {
    boolean deep = file.getNameCount() > 1;
    return file.isAbsolute()
        && (file.toString().contains(".") || deep && Files.isDirectory(file.getParent()));
  }

  private java.security.Key secret() {
    if (text.contains("-----BEGIN")) {
      throw wrong("holds a PEM key, which is for token-algorithm RS256 or ES256, not for HS256");
    }
    byte[] secret = decoded(text.replace('-', '+').replace('_', '/'), "a secret in base 64");
    if (secret.length < LEAST_SECRET) {
      throw wrong(
          "is a secret of %d bits; HS256 takes 256 or more, as of `openssl rand -base64 32`"
              .formatted(secret.length * 8));
    }
    return new SecretKeySpec(secret, "HmacSHA256");
  }

  private java.security.Key rsa() {
    if (!(publicKey("RSA", "RS256") instanceof RSAPublicKey key)) {
      throw wrong("is no RSA public key");
    }
    if (key.getModulus().bitLength() < LEAST_MODULUS) {
      throw wrong(
          "is an RSA key of %d bits; RS256 takes 2048 or more"
              .formatted(key.getModulus().bitLength()));
    }
    return key;
  }

  private java.security.Key ec() {
    if (publicKey("EC", "ES256") instanceof ECPublicKey key
        && Curve.P_256.equals(Curve.forECParameterSpec(key.getParams()))) {
      return key;
    }
    throw wrong("is an EC key of another curve than P-256, the one that ES256 takes");
  }

  private PublicKey publicKey(String kind, String algorithm) {
    String wanted =
        "an %s public key as PEM ('BEGIN PUBLIC KEY'), as %s takes".formatted(kind, algorithm);
    Matcher pem = PUBLIC_PEM.matcher(text);
    if (!pem.find()) {
      throw wrong("is not " + wanted);
    }
    try {
      return KeyFactory.getInstance(kind)
          .generatePublic(new X509EncodedKeySpec(decoded(pem.group(1), wanted)));
    } catch (GeneralSecurityException otherKind) {
      throw wrong("is not " + wanted);
    }
  }

  private byte[] decoded(String base64, String wanted) {
    try {
      return Base64.getDecoder().decode(base64.replaceAll("\\s", ""));
    } catch (IllegalArgumentException not) {
      throw wrong("is not " + wanted);
    }
  }

  private InvalidSetting wrong(String problem) {
    return InvalidSetting.because(setting, problem);
  }
}
