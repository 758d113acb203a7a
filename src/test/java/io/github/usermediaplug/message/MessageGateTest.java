package io.github.usermediaplug.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessageGateTest {

  @Test
  void eachSchemaBecomesItsRecord() {
    assertEquals(
        new Whoami("a", Optional.of("t"), Optional.of("r"), Optional.of(new Tx("7", true))),
        MessageGate.read(
            "{'type':'whoami','user':'a','token':'t','resume':'r','tx':7}".replace('\'', '"')));
    assertEquals(
        new RosterChange(RosterChange.Kind.REGISTER, "a", List.of("b", "c"), Optional.empty()),
        read("{'type':'reg-user','user':'a','peers':['b','c']}"));
    assertEquals(
        new RosterQuery(RosterQuery.Kind.ONLINE, "a", Optional.of(new Tx("x", false))),
        read("{'type':'peers-online','user':'a','tx':'x'}"));
    assertEquals(
        new StatusChange("a", "away", Optional.empty()),
        read("{'type':'status','user':'a','status':'away'}"));
    assertEquals(
        new CallStep(CallStep.Verb.ACCEPT, "b", "a", Optional.empty()),
        read("{'type':'accept','user':'b','peer':'a'}"));
    assertEquals(
        new Signal("a", "b", "{}", Optional.empty()),
        read("{'type':'signal','user':'a','peer':'b','data':'{}'}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "call", "{", "{'type':'call'", "{'type':'call'} more", "{'type':'call'}{}", "{,}",
        "{'type':'call',}", "{type:'call'}", "[", "nul", "'", "\u0000", "{'a':01}", "{'a':1.}",
        "{'a':'\u0001'}", "\uFEFF{'type':'call'}", "{'type':'call'}\f", "{'type':'call'}\u2003"
      })
  void whatIsNoJsonIsAnsweredAsBadJson(String text) {
    assertRefused(Refusal.BAD_JSON, Malformed.UNKNOWN, read(text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{'a':{", "{'a':{'b':1", "{'a':[[", "{'a':[{", "{'a':[{}", "{'a':["})
  void aTextThatEndsWithinANestedFieldIsReadToItsEnd(String text) {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> assertRefused(Refusal.BAD_JSON, Malformed.UNKNOWN, read(text)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "[{'type':'call'}]",
        "5",
        "true",
        "null",
        "'call'",
        "{}",
        "{'type':null}",
        "{'type':5}",
        "{'type':''}",
        "{'type':['call']}",
        "{'Type':'call'}",
        "{'type':'a\\nb'}",
        "{'type':'a\\ud83d'}"
      })
  void jsonWithoutUsableTypeIsAnsweredAsBadMessageForUnknown(String text) {
    assertRefused(Refusal.BAD_MESSAGE, Malformed.UNKNOWN, read(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'call','user':'a'}",
        "{'type':'call','user':'a','peer':5}",
        "{'type':'call','user':'a','peer':''}",
        "{'type':'call','user':'a','peer':['b']}",
        "{'type':'call','user':'a','peer':'b\\u0007'}",
        "{'type':'call','user':'a','peer':'b\\ud800'}",
        "{'type':'call','user':'a','peer':'b\\udc00\\ud800'}",
        "{'type':'call','user':'a','peer':'b','\\udc00':1}",
        "{'type':'call','user':'a','peer':'b','peer':'c'}",
        "{'type':'call','user':'a','peer':'b','more':{}}",
        "{'type':'call','user':'a','peer':'b','more':[1]}",
        "{'type':'call','user':'a','peer':'b','more':[[]]}",
        "{'type':'call','user':'a','peer':'b','tx':null}",
        "{'type':'call','user':'a','peer':'b','tx':true}",
        "{'type':'call','user':'a','peer':'b','tx':{}}",
        "{'type':'call','user':'a','peer':'b','tx':['x']}",
        "{'type':'call','user':'a','peer':'b','tx':1e99999999999}"
      })
  void aMessageThatBreaksItsSchemaIsAnsweredAsBadMessage(String text) {
    assertRefused(Refusal.BAD_MESSAGE, "call", read(text));
  }

  @Test
  void unknownFlatFieldsArePassedOver() {
    assertInstanceOf(
        CallStep.class,
        read("{'type':'call','user':'a','peer':'b','x':1,'y':null,'z':['s'],'w':false}"));
  }

  @Test
  void anUnknownTypeIsNamed() {
    assertRefused(Refusal.UNKNOWN_TYPE, "dance", read("{'type':'dance'}"));
  }

  @Test
  void aNameMayHave128CharactersWhateverTheirSizeAndNoMore() {
    String most = "\uD83D\uDE00".repeat(128);
    assertInstanceOf(Whoami.class, read("{'type':'whoami','user':'" + most + "'}"));
    assertRefused(Refusal.BAD_MESSAGE, "whoami", read("{'type':'whoami','user':'" + most + "x'}"));
  }

  @Test
  void aMarkMayHave64CharactersWhateverTheirSizeAndNoMore() {
    String most = "\uD83D\uDE00".repeat(64);
    assertEquals(
        Optional.of(new Tx(most, false)), read("{'type':'dance','tx':'" + most + "'}").tx());
    assertRefused(Refusal.BAD_MESSAGE, "dance", read("{'type':'dance','tx':'" + most + "x'}"));
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "0.30000000000000004, 0.30000000000000004",
    "5.6e-8, 5.6E-8",
    "7, 7",
    "-0, -0.0",
    "1e400, 1E+400"
  })
  void aMarkComesBackAsTheSameNumber(String sent, String echoed) {
    ClientMessage message = read("{'type':'dance','tx':" + sent + "}");
    String reply = Res.to(message, Answer.OK).json();
    assertTrue(reply.contains("\"tx\":" + echoed), reply);
  }

  @Test
  void aRefusalStillEchoesTheMark() {
    Malformed malformed = (Malformed) read("{'type':'call','deep':{'a':[{}]},'tx':'m'}");
    assertEquals(Optional.of(new Tx("m", false)), malformed.tx());
  }

  @Test
  void deepNestingIsRefusedAndDoesNotOverflow() {
    String deep = "[".repeat(30_000) + "]".repeat(30_000);
    assertInstanceOf(Malformed.class, read("{'type':'call','a':" + deep + "}"));
    assertInstanceOf(Malformed.class, read(deep));
  }

  private static ClientMessage read(String text) {
    return MessageGate.read(text.replace('\'', '"'));
  }

  private static void assertRefused(Refusal refusal, String type, ClientMessage message) {
    Malformed malformed = assertInstanceOf(Malformed.class, message);
    assertEquals(refusal, malformed.refusal());
    assertEquals(type, malformed.type());
  }
}
