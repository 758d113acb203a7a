package io.github.usermediaplug.media;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.media.BridgeMessage.Hold;
import io.github.usermediaplug.media.BridgeMessage.PeerJoined;
import io.github.usermediaplug.socket.Frame;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BridgeMessageTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'type':'hold'}",
        "{'type':'pair','peer':'ann','window':1e308}",
        " \t\r\n{ 'type' : 'hold' } ",
        "{'x':1,'type':'hold','y':2}",
        "{'x':{'type':'credit'},'type':'hold'}",
        "{'x':[[],{}],'type':'hold'}",
        "{'type':'credit','type':'hold'}",
        "{'type':'hold','type':'credit'}",
        "{'\\u0074ype':'\\u0068ol\\u0064'}",
        "{'type':'hold'", // to a client that does not mind the end
        "{'type':'hold'} {}",
        "{'type':'hold',}",
        "{'x':'\\ud800','type':'hold'}",
        "{'x':1e999999999,'type':'hold'}",
        "{'x':-0.5E-7,'y':true,'z':null,'type':'hold'}"
      })
  void aTextThatAClientCouldTakeForTheServersIsClaimed(String text) {
    assertTrue(claimed(text));
  }

  @Test
  void noNestingAndNoLengthHidesIt() {
    String nested = "[".repeat(100_000) + "]".repeat(100_000);
    assertTrue(claimed("{'x':" + nested + ",'type':'hold'}"));
    assertTrue(claimed("{'x':'" + "y".repeat(1 << 20) + "','type':'hold'}"));
    assertTrue(claimed("{'x':" + "1".repeat(100_000) + ",'type':'hold'}"));
    assertTrue(claimed("{'" + "x".repeat(100_000) + "':1,'type':'hold'}"));
    assertTrue(claimed(" ".repeat(100_000) + "{'type':'hold'}"));
  }

  @Test
  void eachOfTheServersIs() {
    for (BridgeMessage message : List.of(new PeerJoined("ann", 1), new Hold())) {
      assertTrue(BridgeMessage.isClaimedBy(((Frame.Own) message.frame()).text()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "hold",
        "{",
        "{hold on",
        "{}",
        "[{'type':'hold'}]",
        "'{\"type\":\"hold\"}'",
        "{'x':{'type':'hold'}}",
        "{'x':[{'type':'hold'}],'type':'credit'}",
        "{'type':['hold']}",
        "{'type':{'type':'hold'}}",
        "{'type':{},'x':'hold'}",
        "{'type':[],'x':'hold'}",
        "{'type':'holder'}",
        "{'type':'Hold'}",
        "{'Type':'hold'}",
        "{'type':'credit','bytes':5,'of':'hold'}",
        "{'hold':'type','pair':'type'}"
      })
  void anythingElseIsRelayed(String text) {
    assertFalse(claimed(text));
  }

  private static boolean claimed(String text) {
    return BridgeMessage.isClaimedBy(text.replace('\'', '"'));
  }
}
