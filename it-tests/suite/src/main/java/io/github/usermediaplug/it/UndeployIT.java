package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Flood;
import io.github.usermediaplug.it.client.Reply;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jboss.arquillian.container.test.api.Deployer;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.OperateOnDeployment;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The product leaves a server, and comes back, while another of its kind stays. */
class UndeployIT extends OnTheLine {
  private static final String STAYING = "staying";
  private static final String LEAVING = "leaving";

  @ArquillianResource private Deployer deployer;
  private Exchange leaving;
  private boolean deployed;

  @Deployment(name = STAYING, testable = false)
  public static WebArchive staying() {
    return Product.at(STAYING).war();
  }

  @Deployment(name = LEAVING, testable = false, managed = false)
  public static WebArchive leaving() {
    return Product.at(LEAVING).war();
  }

  @BeforeEach
  void deploy() {
    leaving = new Exchange(URI.create(url.toString().replace(STAYING, LEAVING)));
    deployed = true;
    deployer.deploy(LEAVING);
  }

  @AfterEach
  void undeployAtLast() {
    leaving.close();
    if (deployed) {
      undeploy();
    }
  }

  private void undeploy() {
    deployed = false;
    deployer.undeploy(LEAVING);
  }

  @Test
  @OperateOnDeployment(STAYING)
  void everyLineIsClosedAsGoingAway() {
    var connected = leaving.pair().connect();
    var waiting = leaving.pair();
    var joined = waiting.alice().joins(waiting.toAlice());
    var silent = leaving.meta("silent");
    undeploy();
    connected.alice().meta().isClosedWith(1001);
    connected.bob().meta().isClosedWith(1001);
    connected.alices().isClosedWith(1001);
    connected.bobs().isClosedWith(1001);
    joined.isClosedWith(1001);
    silent.isClosedWith(1001);
  }

  @Test
  @OperateOnDeployment(STAYING)
  void whatWasAnsweredOkIsThereAgain() {
    User alice = leaving.stranger("alice");
    alice.registers("bob").ok();
    alice.addsPeers("carol").ok();
    undeploy();
    alice.meta().isClosedWith(1001);
    deploy();
    User again = alice.returns();
    again.registers().refused("user-exists");
    assertEquals(List.of("bob", "carol"), again.peers());
  }

  @Test
  @OperateOnDeployment(STAYING)
  void whatWasAnsweredOkAmidTheWorkIsThereAgain() {
    User alice = leaving.stranger("alice");
    alice.registers().ok();
    List<String> peers = IntStream.range(0, 150).mapToObj(i -> "p" + i).toList();
    peers.forEach(peer -> alice.meta().send(alice.message("add-peers", "peers", List.of(peer))));
    alice.meta().reply().ok();
    undeploy();
    int acknowledged = 1;
    while (alice.meta().replyOrEnd().map(Reply::isOk).orElse(false)) {
      acknowledged++;
    }
    alice.meta().isClosedWith(1001);
    deploy();
    List<String> kept = alice.returns().peers();
    assertTrue(kept.size() >= acknowledged, acknowledged + " were acknowledged, there are " + kept);
    assertEquals(peers.subList(0, kept.size()), kept);
  }

  @Test
  @OperateOnDeployment(STAYING)
  void stalledReceiversDoNotKeepItFromLeaving() {
    List<User> users = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      var pair = leaving.pair();
      var line = pair.alice().joinsSlowly(pair.toAlice());
      pair.bob().joinsSlowly(pair.toBob());
      Flood.into(line, pair.alice());
      users.addAll(List.of(pair.alice(), pair.bob()));
    }
    undeploy();
    users.forEach(user -> user.meta().isClosedWith(1001));
  }

  @Test
  @OperateOnDeployment(STAYING)
  void theOtherStays() {
    var connected = exchange.pair().connect();
    undeploy();
    connected.alices().link().send("still here");
    assertEquals("still here", connected.bobs().link().next().text());
    connected.alice().sets("still here").ok();
  }
}
