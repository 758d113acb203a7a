package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Bystanders;
import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.SlowLink;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import io.github.usermediaplug.it.server.RunningServer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Clients that ping and do not read. No thread waits for one to take its pongs, and what is kept of
 * those is bounded.
 */
class PingFloodIT extends AgainstDefaults {
  /** More than any of the servers has threads for requests. */
  private static final int MANY = 250;

  private static final int PINGS = 4000;

  /** Threads that a dump may find in a pong by chance; were they held, it would be nearly all. */
  private static final int BY_CHANCE = 10;

  @Test
  void nobodyElseNotices() throws IOException {
    Bystanders bystanders = Bystanders.at(exchange, root());
    RunningServer server = RunningServer.underTest();
    long before = server.liveBytes();
    List<SlowLink> lines = new ArrayList<>();
    for (int i = 0; i < MANY; i++) {
      lines.add(identified());
    }
    lines.forEach(line -> line.floodPings(PINGS));
    for (int i = 0; i < 5; i++) {
      bystanders.goOn();
      assertTrue(waitingForAPong(server) <= BY_CHANCE, () -> server.jcmd("Thread.print"));
    }
    long most = before + server.maxHeap() / 4;
    long live = server.liveBytes();
    assertTrue(live <= most, () -> live + " bytes live, where " + before + " did");
    lines.forEach(SlowLink::cut);
    bystanders.goOn();
  }

  /** Who pings as often as is allowed has its pong. */
  @Test
  void whoReadsHasItsPongs() throws IOException {
    SlowLink line = identified();
    for (int i = 0; i < 100; i++) {
      line.awaitPong();
    }
    line.send("{}");
    assertEquals("bad-message", Json.parse(line.read().text()).getString("error"));
  }

  /** More than it may ping at once, so that some are read later, and the text behind them too. */
  @Test
  void aClientThatPingsTooFastIsReadSlowlyAndNotClosed() throws Exception {
    SlowLink line = identified();
    line.floodPings(600).join();
    line.send("{}");
    assertEquals("bad-message", Json.parse(line.read().text()).getString("error"));
  }

  private SlowLink identified() throws IOException {
    String name = Exchange.fresh("pinging");
    SlowLink line = exchange.slowMeta(name);
    line.send(Json.of("type", "whoami", "user", name).toString());
    assertTrue(Json.parse(line.read().text()).getBoolean("ok"));
    return line;
  }

  private static long waitingForAPong(RunningServer server) {
    return Arrays.stream(server.jcmd("Thread.print").split("\n\n"))
        .filter(thread -> thread.contains("sendPong") && thread.contains("WAITING"))
        .count();
  }
}
