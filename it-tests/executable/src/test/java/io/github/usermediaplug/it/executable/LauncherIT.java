package io.github.usermediaplug.it.executable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Transcript;
import io.github.usermediaplug.it.process.ServerProcess;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The WAR as a program: its options, and its end. */
@ExtendWith(Transcript.class)
class LauncherIT {
  @Test
  void thePortMayComeFromTheEnvironmentAndTheContextMayBeAnother() throws Exception {
    try (ServerProcess server = ServerProcess.startByEnvironment(Data.fresh().folder(), "/calls");
        Exchange exchange = server.exchange()) {
      exchange.pair().connect();
    }
  }

  @Test
  void whenItIsStoppedEveryLineIsClosedAsGoingAwayAndItsLogGoesOnToTheEnd() throws Exception {
    Map<String, String> named = Map.of("USER_MEDIA_PLUG_HOSTS", "localhost,127.0.0.1");
    try (ServerProcess server = ServerProcess.start(Data.fresh().folder(), named);
        Exchange exchange = server.exchange()) {
      var connected = exchange.pair().connect();
      server.stop();
      connected.alice().meta().isClosedWith(1001);
      connected.bob().meta().isClosedWith(1001);
      connected.alices().isClosedWith(1001);
      connected.bobs().isClosedWith(1001);
      assertEquals(1, count(server.output(), "Unpaired"), server::output);
      assertEquals(1, count(server.output(), " WARNING "), server::output);
      assertEquals(0, count(server.output(), " SEVERE "), server::output);
    }
  }

  private static int count(String text, String what) {
    return text.split(what, -1).length - 1;
  }
}
