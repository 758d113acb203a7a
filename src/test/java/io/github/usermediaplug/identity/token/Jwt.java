package io.github.usermediaplug.identity.token;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.RSAKeyGenParameterSpec;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Makes tokens, good ones and bad ones, by the platform's own means, letter by letter. */
final class Jwt {

  private Jwt() {}

  static String hs256(byte[] secret, String header, String claims) {
    return hs256(secret, header.getBytes(UTF_8), claims.getBytes(UTF_8));
  }

  static String hs256(byte[] secret, byte[] header, byte[] claims) {
    return signed(
        header,
        claims,
        input -> {
          Mac mac = Mac.getInstance("HmacSHA256");
          mac.init(new SecretKeySpec(secret, "HmacSHA256"));
          return mac.doFinal(input);
        });
  }

  static String rs256(PrivateKey key, String claims) {
    return signed("{\"alg\":\"RS256\"}", claims, input -> sign("SHA256withRSA", key, input));
  }

  static String es256(PrivateKey key, String claims) {
    return signed(
        "{\"alg\":\"ES256\"}", claims, input -> sign("SHA256withECDSAinP1363Format", key, input));
  }

  /** With this signature, whatever it is. */
  static String signed(String header, String claims, Signing signing) {
    return signed(header.getBytes(UTF_8), claims.getBytes(UTF_8), signing);
  }

  private static String signed(byte[] header, byte[] claims, Signing signing) {
    String input = encoded(header) + "." + encoded(claims);
    try {
      return input + "." + encoded(signing.sign(input.getBytes(UTF_8)));
    } catch (GeneralSecurityException failure) {
      throw new AssertionError(failure);
    }
  }

  static KeyPair rsa(int bits) {
    return pair("RSA", new RSAKeyGenParameterSpec(bits, RSAKeyGenParameterSpec.F4));
  }

  static KeyPair ec(String curve) {
    return pair("EC", new ECGenParameterSpec(curve));
  }

  static String pem(PublicKey key) {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder().encodeToString(key.getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static byte[] sign(String algorithm, PrivateKey key, byte[] input)
      throws GeneralSecurityException {
    Signature signature = Signature.getInstance(algorithm);
    signature.initSign(key);
    signature.update(input);
    return signature.sign();
  }

  private static KeyPair pair(String kind, AlgorithmParameterSpec form) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
      generator.initialize(form);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException failure) {
      throw new AssertionError(failure);
    }
  }

  interface Signing {
    byte[] sign(byte[] input) throws GeneralSecurityException;
  }
}
