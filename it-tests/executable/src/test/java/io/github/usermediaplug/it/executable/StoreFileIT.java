package io.github.usermediaplug.it.executable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.Transcript;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The file that the seed calls static user data. */
@ExtendWith(Transcript.class)
class StoreFileIT {
  private static String fileName;
  private static String afterOneUser;
  private static String name;

  @BeforeAll
  static void letAServerWriteOne() throws Exception {
    Data data = Data.fresh();
    try (ServerProcess server = ServerProcess.start(data.folder());
        Exchange exchange = server.exchange()) {
      User alice = exchange.stranger("alice");
      alice.registers("bob", "carol").ok();
      name = alice.name();
      server.stop();
    }
    fileName = data.storeFile().getFileName().toString();
    afterOneUser = Files.readString(data.storeFile());
  }

  @Test
  void itHasTheSeedsForm() {
    assertEquals(
        Json.of(name, Json.of("peers", List.of("bob", "carol"))), Json.parse(afterOneUser));
  }

  @Test
  void oneWrittenByHandIsRead() throws Exception {
    Data data =
        with("{\n  \"alice\": { \"peers\": [ \"bob\" ] },\n  \"bob\": { \"peers\": [] }\n}\n");
    try (ServerProcess server = ServerProcess.start(data.folder());
        Exchange exchange = server.exchange()) {
      assertEquals(List.of("bob"), exchange.identified("alice").peers());
      assertEquals(List.of(), exchange.identified("bob").peers());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\n  \"alice\": { \"peers\": [ \"bob\", ] }\n}\n",
        "{\n  \"alice\": { \"peers\": 7 }\n}\n",
        "{\n  \"alice\": [ \"bob\" ]\n}\n",
        "{\n  \"alice\": { \"peers\": [ \"bob\" ] }"
      })
  void oneThatIsBrokenInItsSecondLineIsNamedAndLeftAlone(String broken) throws Exception {
    Data data = with(broken);
    String said = assertRefused(data);
    assertTrue(said.contains(data.storeFile().toString()), "names the file: " + said);
    assertTrue(matches("line\\D{0,3}2\\b", said), "names the line: " + said);
    assertTrue(matches("column\\D{0,3}\\d+", said), "names the column: " + said);
    assertEquals(broken, Files.readString(data.storeFile()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "\u0000\u0000\u0000\u0000"})
  void oneThatIsSomethingElseIsNamedAndLeftAlone(String broken) throws Exception {
    Data data = with(broken);
    assertTrue(assertRefused(data).contains(data.storeFile().toString()));
    assertEquals(broken, Files.readString(data.storeFile()));
  }

  @Test
  void twoServersDoNotShareIt() throws Exception {
    Data data = Data.fresh();
    try (ServerProcess first = ServerProcess.start(data.folder());
        Exchange exchange = first.exchange()) {
      User alice = exchange.stranger("alice");
      alice.registers("bob").ok();
      assertTrue(assertRefused(data).contains(data.folder().toString()), "names what is in use");
      alice.addsPeers("carol").ok();
      assertEquals(List.of("bob", "carol"), alice.peers());
    }
  }

  private static Data with(String content) throws IOException {
    Data data = Data.fresh();
    Path file = data.folder().resolve(fileName);
    Files.writeString(file, content);
    return data;
  }

  private static String assertRefused(Data data) throws IOException {
    try (ServerProcess server = ServerProcess.launch(data.folder())) {
      assertNotEquals(0, server.awaitExit(), server::output);
      return server.output();
    }
  }

  private static boolean matches(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE).matcher(text).find();
  }
}
