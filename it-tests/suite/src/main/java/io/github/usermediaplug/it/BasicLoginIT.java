package io.github.usermediaplug.it;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Knock;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Base64;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The WAR as it is dropped in, with the users of the server's own realm and no other setting. */
class BasicLoginIT extends OnTheLine {
  private static final Map<String, String> ADA = login("ada", "difference engine 2");
  private static final Map<String, String> GRACE = login("grace", "a bug in relay 70");

  @Deployment(testable = false)
  public static WebArchive product() {
    return Product.at("basic").with("identity", "principal").war();
  }

  @Override
  protected Exchange exchange(URI root) {
    return Exchange.withHeaders(root, ADA);
  }

  @Test
  void whoLoggedInIsThatUser() {
    User ada = exchange.identified("ada");
    ada.says("peers", "tx", 1);
    User adasPhone = ada.alsoOn("phone");
    try (Exchange graces = Exchange.withHeaders(root(), GRACE)) {
      User grace = graces.identified("grace");
      ada.registers();
      grace.registers();
      grace.sets("online").ok();
      ada.calls(grace).ok();
      grace.isTold("call", ada);
      grace.accepts(ada).ok();
      adasPhone.isTold("accept", grace);
      var alices = ada.joins(ada.isForcedToCall(grace));
      grace.joins(grace.isForcedToCall(ada)).paired();
      alices.paired();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"grace", "ADA", "ada ", "admin"})
  void andNobodyElse(String other) {
    exchange.meta("ada").whoami(other).refused("not-authorized");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "index.html", "demo.js", "user-media-plug.js"})
  void everyPageAsksForTheLogin(String page) throws IOException {
    HttpURLConnection stranger = get(page, Map.of());
    assertEquals(401, stranger.getResponseCode());
    assertTrue(stranger.getHeaderField("WWW-Authenticate").startsWith("Basic"));
    assertEquals(401, get(page, login("ada", "difference engine 1")).getResponseCode());
    assertEquals(401, get(page, login("nobody", "")).getResponseCode());
    assertEquals(200, get(page, ADA).getResponseCode());
  }

  @Test
  void bothDoorsAreShutToWhoHasNotLoggedIn() throws IOException {
    for (URI door : new URI[] {exchange.metaUri(), exchange.mediaUri()}) {
      assertEquals(401, Knock.with(door));
      assertEquals(401, Knock.with(door, login("ada", "difference engine 1")));
      assertEquals(101, Knock.with(door, ADA));
    }
  }

  /** A session that ends would take the sockets with it that were opened in it. */
  @Test
  void noSessionIsBegun() throws IOException {
    assertEquals(null, get("", ADA).getHeaderField("Set-Cookie"));
  }

  private HttpURLConnection get(String page, Map<String, String> headers) throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection) root().resolve(page).toURL().openConnection();
    headers.forEach(connection::setRequestProperty);
    return connection;
  }

  private static Map<String, String> login(String user, String password) {
    byte[] both = (user + ":" + password).getBytes(UTF_8);
    return Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
  }
}
