package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.client.AtOnce;
import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Paired.Connected;
import io.github.usermediaplug.it.client.Transcript;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import io.github.usermediaplug.it.server.Awaited;
import io.github.usermediaplug.it.server.RunningServer;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/**
 * The product leaves a server and comes back many times, each time with calls that live. What it
 * holds of the server is counted before and after, while another deployment of it stays.
 */
class RedeployIT extends OnTheLine {
  private static final String STAYING = "staying";
  private static final String RETURNING = "returning";
  private static final int TIMES = 20;

  /**
   * Class loaders that single places in a container or in the JDK, and threads of a container's
   * pool that happen to begin meanwhile, may come to hold, each no more than one
   * (docs/containers.md): fewer than one for each time, as a leak of the product's would be.
   */
  private static final int HELD_ELSEWHERE = TIMES / 2;

  @ArquillianResource private Deployer deployer;
  private final List<String> peers = new ArrayList<>();

  @Deployment(name = STAYING, testable = false)
  public static WebArchive staying() {
    return Product.at(STAYING).war();
  }

  @Deployment(name = RETURNING, testable = false, managed = false)
  public static WebArchive returning() {
    return Product.at(RETURNING).war();
  }

  @Test
  @OperateOnDeployment(STAYING)
  void nothingIsLeftBehind() {
    RunningServer server = RunningServer.underTest();
    String name = Exchange.fresh("alice");
    int sockets = Holding.of(server).sockets();
    haveTheServerStartItsThreads();
    // What a server makes for its first deployments and keeps is not the product's.
    comeAndGo(name, true);
    comeAndGo(name, false);
    // Sockets that are about to close would hide as many that are left behind.
    Holding before =
        Awaited.until(
            "no more than " + sockets + " sockets, as without clients",
            () -> Holding.of(server),
            holding -> holding.sockets() <= sockets);
    for (int i = 0; i < TIMES; i++) {
      comeAndGo(name, false);
      Transcript.note("left " + i + ": " + Holding.of(server));
    }
    Awaited.until(
        "as little as before, " + before, () -> Holding.of(server), before::isNotLessThan);
    assertEquals(TIMES + 2, peers.size());
  }

  /**
   * A thread keeps what called for it when it began (until Java 24, as its inherited access control
   * context), and a container's pool its threads: so it should be the deployment that stays which
   * calls for them.
   */
  private void haveTheServerStartItsThreads() {
    try (Exchange crowd = exchange(root())) {
      Callable<Connected> call =
          () -> {
            Connected pair = crowd.pair().connect();
            pair.talk();
            return pair;
          };
      AtOnce.all(Collections.nCopies(64, call));
    }
  }

  /** One deployment, with the users of those before it, that leaves while they talk. */
  private void comeAndGo(String name, boolean isNew) {
    deployer.deploy(RETURNING);
    URI root = URI.create(url.toString().replace(STAYING, RETURNING));
    try (Exchange returning = new Exchange(root)) {
      User alice = returning.identified(name);
      if (isNew) {
        alice.registers().ok();
      }
      assertEquals(peers, alice.peers());
      peers.add("peer" + peers.size());
      alice.addsPeers(peers.get(peers.size() - 1)).ok();
      var calls = IntStream.range(0, 3).mapToObj(i -> returning.pair().connect()).toList();
      calls.forEach(call -> call.alices().link().send("said"));
      calls.forEach(call -> assertEquals("said", call.bobs().link().next().text()));
      User ringing = returning.user("ringing");
      User rung = returning.user("rung");
      ringing.calls(rung).ok();
      deployer.undeploy(RETURNING);
      calls.forEach(RedeployIT::isClosedAsGoingAway);
      List.of(alice, ringing, rung).forEach(user -> user.meta().isClosedWith(1001));
    }
  }

  private static void isClosedAsGoingAway(Connected call) {
    call.alice().meta().isClosedWith(1001);
    call.bob().meta().isClosedWith(1001);
    call.alices().isClosedWith(1001);
    call.bobs().isClosedWith(1001);
  }

  /** What a server holds of the product. */
  private record Holding(int threads, int files, int sockets, long classLoaders) {
    static Holding of(RunningServer server) {
      return new Holding(
          server.threads().size(),
          server.open(handle -> handle.startsWith("/")).size(),
          server.open(handle -> handle.startsWith("socket:")).size(),
          server.classLoaders());
    }

    boolean isNotLessThan(Holding other) {
      return other.threads <= threads
          && other.files <= files
          && other.sockets <= sockets
          && other.classLoaders <= classLoaders + HELD_ELSEWHERE;
    }
  }
}
