package io.github.usermediaplug.it.executable;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Transcript;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.process.ServerProcess;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Somebody whose line has died without a word: pings get no answer, and no FIN ever comes. */
@ExtendWith(Transcript.class)
class HeartbeatIT {
  private static final Map<String, String> OFTEN = Map.of("USER_MEDIA_PLUG_PING_INTERVAL", "500ms");

  @Test
  void whoIsSilentIsMissed() throws Exception {
    try (ServerProcess server = ServerProcess.start(Data.fresh().folder(), OFTEN);
        Exchange exchange = server.exchange()) {
      User bob = exchange.user("bob");
      String alice = Exchange.fresh("alice");
      var silent = exchange.slowMeta(alice);
      silent.send("{\"type\":\"whoami\",\"user\":\"%s\"}".formatted(alice));
      silent.send(
          "{\"type\":\"reg-user\",\"user\":\"%s\",\"peers\":[\"%s\"]}"
              .formatted(alice, bob.name()));
      silent.send("{\"type\":\"status\",\"user\":\"%s\",\"status\":\"online\"}".formatted(alice));
      bob.isTold("status");
      bob.says("call", "peer", alice).ok();
      bob.isTold("reject");
      bob.isTold("status");
      exchange.identified(alice);
    }
  }
}
