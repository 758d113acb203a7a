package io.github.usermediaplug.it.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a host application has that issues tokens. It signs whatever it is asked to. */
public final class Issuer {
  private static final int MINUTES = 60;

  private final String algorithm;
  private final Signing signing;
  private final String key;

  private Issuer(String algorithm, Signing signing, String key) {
    this.algorithm = algorithm;
    this.signing = signing;
    this.key = key;
  }

  /** By a secret that it shares with the server. */
  public static Issuer sharing(byte[] secret) {
    return new Issuer(
        "HS256",
        input -> {
          Mac mac = Mac.getInstance("HmacSHA256");
          mac.init(new SecretKeySpec(secret, "HmacSHA256"));
          return mac.doFinal(input);
        },
        Base64.getEncoder().encodeToString(secret));
  }

  public static Issuer rsa() {
    return pair("RSA", 2048, "RS256", "SHA256withRSA");
  }

  public static Issuer ec() {
    return pair("EC", 256, "ES256", "SHA256withECDSAinP1363Format");
  }

  private static Issuer pair(String kind, int bits, String algorithm, String signature) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
      generator.initialize(bits);
      KeyPair pair = generator.generateKeyPair();
      String pem =
          "-----BEGIN PUBLIC KEY-----\n"
              + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
              + "\n-----END PUBLIC KEY-----";
      Signing signing =
          input -> {
            Signature signer = Signature.getInstance(signature);
            signer.initSign(pair.getPrivate());
            signer.update(input);
            return signer.sign();
          };
      return new Issuer(algorithm, signing, pem);
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The server's side of the key, as its settings take it. */
  public String key() {
    return key;
  }

  public String algorithm() {
    return algorithm;
  }

  /** A good one for this user, for some minutes. */
  public String token(String user) {
    return token(user, "exp", in(10));
  }

  /** One with these claims besides `sub`. */
  public String token(String user, Object... claims) {
    Object[] all = new Object[claims.length + 2];
    all[0] = "sub";
    all[1] = user;
    System.arraycopy(claims, 0, all, 2, claims.length);
    return signed(Json.of("alg", algorithm).toString(), Json.of(all).toString());
  }

  /** Any header and any claims, well signed. */
  public String signed(String header, String claims) {
    String input = encoded(header) + "." + encoded(claims);
    try {
      return input + "." + encoded(signing.sign(input.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  /** The time in so many minutes, as claims have it. */
  public static int in(int minutes) {
    return (int) (Instant.now().getEpochSecond() + minutes * MINUTES);
  }

  public static String encoded(String text) {
    return encoded(text.getBytes(UTF_8));
  }

  public static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private interface Signing {
    byte[] sign(byte[] input) throws GeneralSecurityException;
  }
}
