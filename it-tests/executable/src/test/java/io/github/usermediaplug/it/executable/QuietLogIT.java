package io.github.usermediaplug.it.executable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Knock;
import io.github.usermediaplug.it.client.Meta;
import io.github.usermediaplug.it.client.SlowLink;
import io.github.usermediaplug.it.client.Transcript;
import io.github.usermediaplug.it.process.ServerProcess;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever breaks every rule again and again gets a few lines of log for it, not a full disk. */
@ExtendWith(Transcript.class)
class QuietLogIT {
  private static final int TIMES = 100;
  private static final Map<String, String> SOON =
      Map.of(
          "USER_MEDIA_PLUG_MESSAGE_RATE", "1",
          "USER_MEDIA_PLUG_MESSAGE_BURST", "1",
          "USER_MEDIA_PLUG_UNIDENTIFIED_CONNECTIONS", "5");

  @Test
  void nobodyFillsTheDisk() throws Exception {
    try (ServerProcess server = ServerProcess.start(Data.fresh().folder(), SOON);
        Exchange exchange = server.exchange()) {
      long before = server.output().lines().count();
      for (int i = 0; i < TIMES; i++) {
        talksTooFast(exchange);
        assertEquals(403, Knock.from("https://elsewhere.example", exchange.metaUri()));
        exchange.media("no ticket").join("a", "b", "guessed").isClosedWith(1008);
        SlowLink badFrame = exchange.slowMeta("bad frame");
        badFrame.frame(0xF1, new byte[] {(byte) 0xFF});
        badFrame.awaitClose();
        SlowLink badText = exchange.slowMeta("bad text");
        badText.frame(0x81, new byte[] {(byte) 0xFF});
        badText.awaitClose();
        exchange.slowMeta("cut").cut();
        exchange.meta("silent");
      }
      server.kill();
      String log = server.output();
      for (String setting :
          new String[] {"message-rate", "unidentified-connections", "allowed-origins"}) {
        assertTrue(log.contains(": " + setting), () -> setting + " is not in\n" + log);
      }
      assertTrue(log.lines().count() - before < TIMES, log);
    }
  }

  private static void talksTooFast(Exchange exchange) {
    Meta meta = exchange.meta("fast");
    for (int i = 0; i < 20; i++) {
      meta.send("{");
    }
    meta.isClosedWith(1008);
  }
}
