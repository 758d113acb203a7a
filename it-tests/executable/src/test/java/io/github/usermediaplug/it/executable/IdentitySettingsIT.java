package io.github.usermediaplug.it.executable;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Issuer;
import io.github.usermediaplug.it.client.Transcript;
import io.github.usermediaplug.it.process.ServerProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an operator is told about the identity that is set, and what is set wrong. */
@ExtendWith(Transcript.class)
class IdentitySettingsIT {
  private static final String PREFIX = "USER_MEDIA_PLUG_";
  private static final String WEAK = "d2VhayBidXQgdW5pcXVl";

  static Stream<Arguments> wrongSettings() {
    return Stream.of(
        wrong("a mode that is none", Map.of("IDENTITY", "magic"), "open or principal or token"),
        wrong("a login without users", Map.of("IDENTITY", "principal"), "use 'token'"),
        wrong("no key", Map.of("IDENTITY", "token"), PREFIX + "TOKEN_KEY"),
        wrong(
            "a weak key",
            Map.of("IDENTITY", "token", "TOKEN_KEY", WEAK),
            "openssl rand -base64 32"),
        wrong(
            "a key of another algorithm",
            Map.of("IDENTITY", "token", "TOKEN_KEY", Issuer.rsa().key()),
            "RS256"),
        wrong(
            "no file",
            Map.of("IDENTITY", "token", "TOKEN_KEY_FILE", "/nowhere/key.pem"),
            "/nowhere/key.pem"),
        wrong(
            "a key in the place of its file",
            Map.of("IDENTITY", "token", "TOKEN_KEY_FILE", WEAK),
            "a key itself is set as token-key"),
        wrong(
            "a key in the place of its file, as PEM",
            Map.of("IDENTITY", "token", "TOKEN_KEY_FILE", "-----BEGIN X-----\n" + WEAK + "\n"),
            "a key itself is set as token-key"),
        wrong("a policy that is none", Map.of("CALL_POLICY", "friends"), "anyone or peers-only"));
  }

  private static Arguments wrong(String what, Map<String, String> settings, String remedy) {
    return Arguments.of(Named.of(what, settings), remedy);
  }

  @ParameterizedTest
  @MethodSource("wrongSettings")
  void aWrongSettingEndsTheStartWithWhatToDo(Map<String, String> settings, String remedy)
      throws Exception {
    try (ServerProcess server =
        ServerProcess.launch(Data.fresh().folder(), environment(settings))) {
      assertNotEquals(0, server.awaitExit(), server::output);
      assertTrue(server.output().contains(remedy), server::output);
      assertFalse(server.output().contains(WEAK), server::output);
    }
  }

  @Test
  void openIsLoggedAsAWarning() throws Exception {
    try (ServerProcess server = ServerProcess.start(Data.fresh().folder())) {
      assertLogged(server, "WARNING", "identity is 'open'");
    }
  }

  @Test
  void openWithoutHostsIsLoggedAsAWarning() throws Exception {
    try (ServerProcess server = ServerProcess.start(Data.fresh().folder())) {
      assertLogged(server, "WARNING", "hosts is not set");
    }
    try (ServerProcess server =
        ServerProcess.start(
            Data.fresh().folder(), environment(Map.of("HOSTS", "localhost,127.0.0.1")))) {
      server.kill();
      assertFalse(server.output().contains("hosts is not set"), server::output);
    }
  }

  @Test
  void aPolicyThatHidesNothingIsLoggedAsAWarning() throws Exception {
    try (ServerProcess server =
        ServerProcess.start(
            Data.fresh().folder(), environment(Map.of("CALL_POLICY", "peers-only")))) {
      assertLogged(server, "WARNING", "hides nobody");
    }
  }

  @Test
  void aKeyMayStandInAFile() throws Exception {
    Issuer issuer = Issuer.ec();
    Path key = Files.writeString(Data.fresh().folder().resolve("key.pem"), issuer.key());
    try (ServerProcess server =
            ServerProcess.start(
                Data.fresh().folder(),
                environment(
                    Map.of(
                        "IDENTITY",
                        "token",
                        "TOKEN_ALGORITHM",
                        "ES256",
                        "TOKEN_KEY_FILE",
                        key.toString())));
        Exchange exchange = server.exchange()) {
      exchange.meta("alice").whoami("alice", issuer.token("alice")).ok();
      exchange.meta("alice").whoami("alice").refused("not-authorized");
      assertLogged(server, "INFO", "identity is 'token'");
    }
  }

  private static void assertLogged(ServerProcess server, String level, String words) {
    server.kill();
    assertTrue(
        server.output().lines().anyMatch(line -> line.contains(level) && line.contains(words)),
        server::output);
  }

  private static Map<String, String> environment(Map<String, String> settings) {
    return settings.entrySet().stream()
        .collect(
            java.util.stream.Collectors.toMap(one -> PREFIX + one.getKey(), Map.Entry::getValue));
  }
}
