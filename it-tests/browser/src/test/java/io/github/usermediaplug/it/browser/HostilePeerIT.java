package io.github.usermediaplug.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.ForceCall;
import io.github.usermediaplug.it.client.Media;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.people.Person;
import io.github.usermediaplug.it.process.ServerProcess;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a call with a client that says on /media whatever it likes. */
class HostilePeerIT {

  private static final int FLOOD = 2000;

  @TempDir Path data;

  private ServerProcess server;
  private Exchange exchange;
  private Person ada;

  @BeforeEach
  void adaIsThere() throws IOException {
    server = ServerProcess.start(data);
    exchange = server.exchange();
    ada = Person.at(server.port(), "Ada");
  }

  @AfterEach
  void theyEnd() {
    ada.close();
    exchange.close();
    server.close();
  }

  @Test
  void malformedTextsAndFramesLeaveTheCallAsItIs() {
    User mallory = mallory();
    Media media = isInCallWith(mallory);
    for (String text : texts()) {
      media.link().send(text);
    }
    for (byte[] frame : frames()) {
      media.link().send(frame);
    }
    adaStillSendsTo(media);
    ada.isInCall("live");
    assertEquals(List.of(), ada.uncaught());
    hangsUpOn(mallory);
  }

  @Test
  void aFloodOfWhatCostsTheReceiverMuchLeavesThePageUsable() throws IOException {
    User mallory = mallory();
    Media media = isInCallWith(mallory);
    byte[] noise = new byte[2000];
    new Random(1).nextBytes(noise);
    for (int i = 0; i < FLOOD; i++) {
      int epoch = i % 256;
      media.link().send(config("video", epoch, "\"codec\":\"vp8\",\"width\":640,\"height\":480"));
      media.link().send(frame(1, epoch, 0, 0, noise));
      media
          .link()
          .send(
              config(
                  "audio",
                  epoch,
                  "\"codec\":\"opus\",\"sampleRate\":48000,\"numberOfChannels\":1"));
      media.link().send(frame(2, epoch, 0, 0, noise));
      media.link().send("{\"type\":\"media-key\",\"track\":\"video\"}");
      media
          .link()
          .send(
              "{\"type\":\"media-can\",\"video\":[\"vp8\"],\"audio\":[\"opus\"],\"recorder\":[]}");
      media.link().send("{\"type\":\"media-state\",\"audio\":true,\"video\":false}");
    }
    adaStillSendsTo(media);
    hangsUpOn(mallory);
    assertEquals(List.of(), ada.uncaught());

    try (Person grace = Person.at(server.port(), "Grace")) {
      ada.knows(grace);
      ada.sees(grace, "online");
      ada.calls(grace);
      grace.accepts(ada);
      ada.isInCall("live");
      ada.seesLivePicture();
      grace.seesLivePicture();
    }
  }

  /** What no peer can bring through the server, be it believed or not. */
  @Test
  void whatIsReadOfEachText() {
    assertEquals(
        List.of(
            "{\"type\":\"pair\",\"peer\":\"a\",\"window\":5}",
            "{\"type\":\"pair\",\"peer\":\"a\",\"window\":16777216}",
            "null",
            "null",
            "null",
            "null",
            "null",
            "{\"type\":\"hold\"}",
            "{\"type\":\"credit\",\"bytes\":0.5}",
            "null",
            "null",
            "null",
            "{\"type\":\"media-can\",\"video\":[\"vp8\"],\"audio\":[],\"recorder\":[]}",
            "{\"type\":\"media-config\",\"track\":\"video\",\"epoch\":255,\"codec\":\"vp8\"}",
            "null",
            "null",
            "null",
            "null",
            "null",
            "null",
            "null",
            "null",
            "null"),
        ada.runs(
            """
            const { readMessage } = await import('./user-media-plug/media/messages.js');
            return [
              '{"type":"pair","peer":"a","window":5}',
              '{"type":"pair","peer":"a","window":900000000}',
              '{"type":"pair","peer":"a","window":1e308}',
              '{"type":"pair","peer":"a","window":-1}',
              '{"type":"pair","peer":"a","window":0}',
              '{"type":"pair","peer":"a","window":"9"}',
              '{"type":"pair","peer":"a"}',
              '{"type":"hold","more":1}',
              '{"type":"credit","bytes":0.5}',
              '{"type":"credit","bytes":-1}',
              '{"type":"credit","bytes":1e999}',
              '{"type":"credit","bytes":"9"}',
              '{"type":"media-can","video":["vp8",1,null,{}],"audio":"opus"}',
              '{"type":"media-config","track":"video","epoch":255,"codec":"vp8","width":1e9}',
              '{"type":"media-config","track":"video","epoch":256,"codec":"vp8"}',
              '{"type":"media-config","track":"__proto__","epoch":1,"codec":"vp8"}',
              '{"type":"media-config","track":"audio","epoch":1,"codec":"opus","sampleRate":1e9,"numberOfChannels":1}',
              '{"type":"media-key","track":"constructor"}',
              '{"type":"constructor"}',
              '{"type":"__proto__"}',
              '[]',
              'null',
              '{"type":"hold","x":"' + 'x'.repeat(20000) + '"}',
            ].map(text => JSON.stringify(readMessage(text)));
            """));
  }

  @Test
  void creditGoesNoFurtherThanWhatIsOutstanding() {
    assertEquals(
        List.of(100L, 40L, 0L, 0L),
        ada.runs(
            """
            const { SendBudget } = await import('./user-media-plug/media/send-budget.js');
            const budget = new SendBudget();
            budget.reset(1000);
            budget.spend(100);
            return [0, 60, 60, 1e300].map(bytes => { budget.credit(bytes); return budget.outstanding; });
            """));
  }

  private User mallory() {
    User mallory = exchange.identified("Mallory");
    mallory.registers().ok();
    return mallory;
  }

  private Media isInCallWith(User mallory) {
    mallory.says("call", "peer", "Ada").ok();
    ada.accepts("Mallory");
    Media media = mallory.joins(forceCall(mallory));
    media.paired();
    ada.isInCall("live");
    return media;
  }

  private static ForceCall forceCall(User user) {
    var push = user.isTold("force-call");
    return new ForceCall(
        push.getString("peer"),
        push.getString("pair"),
        push.getString("ticket"),
        push.getString("media"));
  }

  /** Once it is told what can be played, as an honest client tells it. */
  private static void adaStillSendsTo(Media media) {
    media.link().take("a frame", message -> !message.isText());
    media.link().unread();
    media.link().send("{\"type\":\"credit\",\"bytes\":1000000}");
    media.link().take("one more frame", message -> !message.isText());
  }

  private void hangsUpOn(User mallory) {
    ada.hangsUp();
    ada.isInCall("idle");
    assertEquals("Ada", mallory.isTold("unpair").getString("user"));
  }

  private static List<String> texts() {
    return List.of(
        "",
        "{",
        "null",
        "[]",
        "7",
        "\"pair\"",
        "{}",
        "{\"type\":null}",
        "{\"type\":{}}",
        "{\"type\":\"constructor\"}",
        "{\"type\":\"__proto__\",\"__proto__\":{\"window\":1}}",
        "{\"type\":\"credit\"}",
        "{\"type\":\"credit\",\"bytes\":-1e308}",
        "{\"type\":\"credit\",\"bytes\":1e999}",
        "{\"type\":\"credit\",\"bytes\":{}}",
        "{\"type\":\"media-can\",\"video\":7,\"audio\":{\"includes\":1},\"recorder\":null}",
        "{\"type\":\"media-can\",\"video\":[null,{}],\"audio\":[[]]}",
        "{\"type\":\"media-key\",\"track\":\"constructor\"}",
        "{\"type\":\"media-state\",\"audio\":\"yes\",\"video\":{}}",
        "[" + "[".repeat(100_000) + "]".repeat(100_000) + "]",
        "{\"type\":\"media-state\",\"x\":\"" + "x".repeat(900_000) + "\"}",
        config("__proto__", 1, "\"codec\":\"vp8\""),
        config("video", 1, "\"codec\":\"no such codec\""),
        config("video", 1, "\"codec\":{}"),
        config("audio", 1, "\"codec\":\"opus\",\"sampleRate\":1e300,\"numberOfChannels\":-5"),
        config("audio", 1, "\"codec\":\"opus\""),
        config("recorder", 1, "\"mime\":\"text/html\""),
        config("recorder", 1, "\"mime\":null"),
        config("video", 9, "\"codec\":\"vp8\",\"width\":1e9,\"height\":-1"),
        config("audio", 9, "\"codec\":\"opus\",\"sampleRate\":48000,\"numberOfChannels\":2"),
        "{\"type\":\"media-can\",\"version\":1,\"video\":[\"vp8\"],\"audio\":[\"opus\"],\"recorder\":[]}");
  }

  private static List<byte[]> frames() {
    byte[] noise = new byte[900];
    new Random(2).nextBytes(noise);
    // A key frame of VP8 that says it is 16383 pixels wide and high.
    byte[] huge = {0x10, 0, 0, (byte) 0x9d, 1, 0x2a, (byte) 0xff, 0x3f, (byte) 0xff, 0x3f, 0, 0};
    return List.of(
        new byte[0],
        new byte[] {1},
        new byte[24],
        noise,
        new byte[1024 * 1024],
        frame(1, 9, 0, Long.MAX_VALUE, noise),
        frame(1, 9, 0, Long.MIN_VALUE, noise),
        frame(2, 9, 0, Long.MAX_VALUE, noise),
        frame(1, 9, 0, 0, new byte[0]),
        frame(2, 9, 0, 0, new byte[0]),
        frame(1, 9, 0, 0, huge),
        frame(1, 9, -1, 1, noise),
        frame(2, 9, -1, -1, noise),
        frame(3, 9, 0, 0, noise),
        frame(255, 9, 0, 0, noise));
  }

  private static String config(String track, int epoch, String rest) {
    return "{\"type\":\"media-config\",\"track\":\"%s\",\"epoch\":%d,%s}"
        .formatted(track, epoch, rest);
  }

  private static byte[] frame(int kind, int epoch, int sequence, long timestamp, byte[] payload) {
    return ByteBuffer.allocate(24 + payload.length)
        .put((byte) 1)
        .put((byte) kind)
        .put((byte) 1)
        .put((byte) epoch)
        .putInt(sequence)
        .putLong(timestamp)
        .putInt(0)
        .putInt(-1)
        .put(payload)
        .array();
  }
}
