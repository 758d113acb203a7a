package io.github.usermediaplug.identity.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.config.InvalidSetting;
import io.github.usermediaplug.config.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenKeyTest {

  private static final String RSA = Jwt.pem(Jwt.rsa(2048).getPublic());
  private static final String EC = Jwt.pem(Jwt.ec("secp256r1").getPublic());

  @Test
  void aSecretOf256BitsIsEnoughAndOneByteLessIsNot() {
    assertEquals(32, read("HS256", secret(32)).getEncoded().length);
    assertRefused("HS256", secret(31), "256 or more");
  }

  @Test
  void aSecretMayBeWrittenInEitherBase64() {
    byte[] secret = new byte[32];
    java.util.Arrays.fill(secret, (byte) 0xfb);
    for (var base64 : new Base64.Encoder[] {Base64.getEncoder(), Base64.getUrlEncoder()}) {
      assertEquals(32, read("HS256", base64.encodeToString(secret)).getEncoded().length);
      assertEquals(
          32, read("HS256", base64.withoutPadding().encodeToString(secret)).getEncoded().length);
    }
  }

  @Test
  void aKeyMustFitItsAlgorithm() {
    assertRefused("HS256", RSA, "RS256 or ES256");
    assertRefused("HS256", "not base 64 but $ome words, long enough for 256 bits", "base 64");
    assertRefused("RS256", secret(64), "RSA public key");
    assertRefused("RS256", EC, "RSA public key");
    assertRefused("ES256", RSA, "EC public key");
    assertRefused("ES256", Jwt.pem(Jwt.ec("secp384r1").getPublic()), "P-256");
    assertRefused("RS256", RSA.replace("PUBLIC", "PRIVATE"), "public key");
    assertRefused("RS256", RSA.replace("\n", "\n!"), "RSA public key");
    assertEquals("RSA", read("RS256", RSA).getAlgorithm());
    assertEquals("EC", read("ES256", EC).getAlgorithm());
  }

  @Test
  void aPublicKeyMayStandOnOneLine() {
    assertEquals("RSA", read("RS256", RSA.replaceAll("[\r\n]+", " ")).getAlgorithm());
  }

  @Test
  void aShortRsaKeyIsRefused() {
    assertRefused("RS256", Jwt.pem(Jwt.rsa(1024).getPublic()), "2048 or more");
  }

  @Test
  void aKeyMayStandInAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), secret(32) + "\n");
    assertEquals(
        32,
        TokenKey.configured(Settings.of(Map.of("token-key-file", file.toString())))
            .getEncoded()
            .length);
    refusal(Map.of("token-key-file", folder.resolve("none").toString()), "none");
    refusal(Map.of("token-key-file", folder.toString()), "cannot be read");
  }

  @Test
  void aKeyInThePlaceOfItsFileIsNotQuoted() {
    for (String key : List.of(secret(32), "/" + secret(31), RSA, "-----BEGIN " + secret(9))) {
      String message = refusal(Map.of("token-key-file", key), "a key itself is set as token-key");
      assertFalse(message.contains(key.strip().substring(0, 12)), message);
    }
  }

  @Test
  void thereIsOneKeyNoMoreAndNoLess() {
    refusal(Map.of(), "USER_MEDIA_PLUG_TOKEN_KEY");
    refusal(Map.of("token-key", secret(32), "token-key-file", "x"), "only one");
  }

  private static java.security.Key read(String algorithm, String key) {
    return TokenKey.configured(Settings.of(Map.of("token-algorithm", algorithm, "token-key", key)));
  }

  private static void assertRefused(String algorithm, String key, String why) {
    String message = refusal(Map.of("token-algorithm", algorithm, "token-key", key), why);
    assertFalse(message.contains(key.strip()), "the key is in: " + message);
  }

  private static String refusal(Map<String, String> settings, String why) {
    String message =
        assertThrows(InvalidSetting.class, () -> TokenKey.configured(Settings.of(settings)))
            .getMessage();
    assertTrue(message.contains(why), message);
    return message;
  }

  private static String secret(int bytes) {
    byte[] secret = new byte[bytes];
    java.util.Arrays.fill(secret, (byte) 7);
    return Base64.getEncoder().encodeToString(secret);
  }
}
