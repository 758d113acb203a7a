package io.github.usermediaplug.it.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Knock;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.OnTheLine;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * A host whose people log in by its form, against the realm of the server, and are these users to
 * the plug as well.
 */
class FormLoginDeskIT extends OnTheLine {
  private static final String ADAS = "difference engine 2";
  private static final String GRACES = "a bug in relay 70";

  private final Deque<Exchange> exchanges = new ArrayDeque<>();

  @Deployment(testable = false)
  public static WebArchive host() {
    return new DeskWar().identity("principal").war();
  }

  @AfterEach
  void closeExchanges() {
    exchanges.forEach(Exchange::close);
  }

  @Test
  void whoLoggedInIsThatUser() {
    User ada = user("ada", ADAS);
    User adasTablet = ada.alsoOn("tablet");
    User grace = user("grace", GRACES);
    ada.calls(grace).ok();
    grace.isTold("call", ada);
    grace.accepts(ada).ok();
    adasTablet.isTold("accept", grace);
    var adas = ada.joins(ada.isForcedToCall(grace));
    grace.joins(grace.isForcedToCall(ada)).paired();
    adas.paired();
  }

  @Test
  void andNobodyElse() {
    Exchange adas = signedIn("ada", ADAS);
    adas.meta("ada").whoami("grace").refused("not-authorized");
    adas.meta("ada").whoami("ada").ok();
  }

  @Test
  void whoHasNotLoggedInIsTurnedAwayAtTheDoorAndNotGivenAForm() throws IOException {
    assertEquals(401, Knock.with(exchange.metaUri()));
    DeskClient desk = desk();
    assertEquals(401, desk.get("meta").statusCode());
    // Having knocked there is not remembered as the page to go to after the login.
    desk.get("staff/");
    assertTrue(desk.signIn("ada", ADAS).body().contains("<h1>Staff</h1>"));
    assertEquals(101, Knock.with(exchange.metaUri(), desk.headers()));
  }

  @Test
  void aWrongPasswordOpensNothing() throws IOException {
    DeskClient desk = desk();
    desk.get("staff/");
    assertTrue(desk.signIn("ada", "difference engine 1").body().contains("not right"));
    assertEquals(401, Knock.with(exchange.metaUri(), desk.headers()));
  }

  /** Session fixation: the victim's browser was given the attacker's cookie before the login. */
  @Test
  void whoKnowsTheSessionFromBeforeTheLoginIsNotLetInByIt() throws IOException {
    DeskClient mallorys = desk();
    mallorys.get("staff/");
    DeskClient adas = desk();
    adas.takesCookiesOf(mallorys);
    adas.get("staff/");
    assertTrue(adas.signIn("ada", ADAS).body().contains("<h1>Staff</h1>"));
    assertEquals(101, Knock.with(exchange.metaUri(), adas.headers()));
    assertEquals(401, Knock.with(exchange.metaUri(), mallorys.headers()));
    assertTrue(mallorys.get("staff/").body().contains("j_security_check"));
  }

  @Test
  void theHostsPagesAreLeftToTheHost() {
    assertEquals(200, desk().get("").statusCode());
    assertEquals(200, desk().get("user-media-plug.js").statusCode());
    assertTrue(desk().get("staff/").body().contains("j_security_check"));
  }

  @Test
  void whoLogsOutIsGone() {
    DeskClient desk = desk("ada", ADAS);
    Exchange adas = exchange(desk);
    User ada = adas.identified("ada");
    desk.leave();
    ada.meta().isClosedWith(1008);
  }

  private User user(String name, String password) {
    User user = signedIn(name, password).identified(name);
    user.registers();
    user.sets("online").ok();
    return user;
  }

  private Exchange signedIn(String name, String password) {
    return exchange(desk(name, password));
  }

  private Exchange exchange(DeskClient desk) {
    Exchange theirs = Exchange.withHeaders(root(), desk.headers());
    exchanges.push(theirs);
    return theirs;
  }

  private DeskClient desk(String name, String password) {
    DeskClient desk = desk();
    desk.get("staff/");
    assertTrue(desk.signIn(name, password).body().contains("<h1>Staff</h1>"));
    return desk;
  }

  private DeskClient desk() {
    return new DeskClient(root());
  }
}
