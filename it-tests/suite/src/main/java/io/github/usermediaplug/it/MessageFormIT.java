package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.Meta;
import io.github.usermediaplug.it.client.Reply;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is no message at all is told so, and neither closes the line nor changes anything. */
class MessageFormIT extends AgainstDefaults {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "hello",
        "{",
        "}",
        "{'type':'peers'}",
        "{\"type\":\"peers\"",
        "{\"type\":\"peers\"} x",
        "{\"type\":\"peers\",}",
        "{\"type\":\"peers\",\"tx\":01}",
        "{\"type\":\"peers\",\"tx\":NaN}",
        "{\"type\":\"pee\nrs\"}",
        "{\"type\":\"\\x\"}",
        "{\"type\":\"peers\"}{\"type\":\"peers\"}",
        "{\"type\":\"peers\",\"x\":{",
        "{\"type\":\"peers\",\"x\":[["
      })
  void whatIsNoJsonIsBadJson(String text) {
    User alice = exchange.user("alice");
    alice.meta().ask(text).refused("bad-json").to("unknown");
    alice.sets("still here").ok();
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "[{\"type\":\"peers\"}]", "\"peers\"", "7", "true", "null"})
  void jsonThatIsNoObjectIsABadMessage(String text) {
    User alice = exchange.user("alice");
    alice.meta().ask(text).refused("bad-message").to("unknown");
    alice.sets("still here").ok();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"user\":\"x\"}",
        "{\"type\":7}",
        "{\"type\":null}",
        "{\"type\":[\"peers\"]}"
      })
  void anObjectWithoutAUsableTypeIsABadMessage(String text) {
    exchange.user("alice").meta().ask(text).refused("bad-message").to("unknown");
  }

  @ParameterizedTest
  @ValueSource(strings = {"dance", "Peers", "peers ", "res", "force-call", "WHOAMI"})
  void aTypeThatIsNoneOfTheContractsIsUnknown(String type) {
    exchange.user("alice").says(type).refused("unknown-type");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"a\":1}", "[[]]", "[[\"a\"]]", "[{}]", "[\"a\",{\"b\":\"c\"}]"})
  void anUnknownFieldThatIsNestedIsRefused(String nested) {
    User alice = exchange.user("alice");
    alice.says("peers", "extra", Json.literal(nested)).refused("bad-message").to("peers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"a\"", "1e400", "true", "false", "[]", "[\"a\",\"b\"]"})
  void anUnknownFieldThatIsFlatIsIgnored(String flat) {
    User alice = exchange.user("alice");
    alice.says("peers", "tx", 1, "extra", Json.literal(flat)).ok();
  }

  @Test
  void nestingWithoutEndHarmsNobody() {
    User alice = exchange.user("alice");
    String deep = "[".repeat(30_000) + "]".repeat(30_000);
    Reply reply =
        alice
            .meta()
            .ask("{\"type\":\"peers\",\"user\":\"" + alice.name() + "\",\"x\":" + deep + "}");
    assertFalse(reply.json().getBoolean("ok"));
    alice.meta().ask("[".repeat(60_000));
    alice.sets("still here").ok();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"type\":\"status\",\"type\":\"status\",\"user\":\"%s\",\"status\":\"away\"}",
        "{\"type\":\"status\",\"user\":\"%s\",\"user\":\"%<s\",\"status\":\"away\"}",
        "{\"type\":\"status\",\"user\":\"%s\",\"status\":\"here\",\"status\":\"away\"}",
        "{\"type\":\"status\",\"user\":\"%s\",\"status\":\"away\",\"tx\":1,\"tx\":2}",
        "{\"type\":\"status\",\"user\":\"%s\",\"status\":\"away\",\"x\":1,\"\\u0078\":1}"
      })
  void aFieldThatComesTwiceIsABadMessage(String text) {
    User alice = exchange.user("alice");
    alice.meta().ask(text.formatted(alice.name())).refused("bad-message");
  }

  @Test
  void whitespaceAndEscapesAreJsonToo() {
    User alice = exchange.user("alice");
    alice
        .meta()
        .ask(
            " {\n\t\"t\\u0079pe\" : \"peers\" , \"user\":\"%s\",\"tx\":1 }\r\n"
                .formatted(alice.name()))
        .ok();
  }

  @Test
  void aMessageInManyFramesIsOneMessage() {
    User alice = exchange.user("alice");
    alice.meta().link().sendInFrames(alice.message("peers", "tx", "Zoë €").toString(), 3);
    assertEquals("Zoë €", alice.meta().reply().ok().string("tx"));
  }

  @Test
  void binaryOnMetaClosesIt() {
    User alice = exchange.user("alice");
    alice.meta().link().send(new byte[] {1, 2, 3});
    alice.meta().isClosedWith(1003);
  }

  @Test
  void anUnidentifiedLineIsToldOfBadMessagesToo() {
    Meta meta = exchange.meta(Exchange.fresh("nobody"));
    meta.ask("hello").refused("bad-json").to("unknown");
    meta.ask("{}").refused("bad-message").to("unknown");
  }
}
