package io.github.usermediaplug.it;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Issuer;
import io.github.usermediaplug.it.client.User;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import java.net.URI;
import java.util.Base64;
import java.util.List;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Tokens that are signed with a private key, which the server does not have. */
class RsaTokenIT extends OnTheLine {
  private static final Issuer ISSUER = Issuer.rsa();
  private static final String RS256 = "{\"alg\":\"RS256\"}";

  @Deployment(testable = false)
  public static WebArchive product() {
    return Product.at("rsa-tokens")
        .with("identity", "token")
        .with("token-algorithm", ISSUER.algorithm())
        .with("token-key", ISSUER.key())
        .with("token-issuer", "https://login.example")
        .with("connections-per-user", "2")
        .war();
  }

  @Override
  protected Exchange exchange(URI root) {
    return Exchange.withTokens(root, RsaTokenIT::good);
  }

  private static String good(String user) {
    return ISSUER.token(user, "exp", Issuer.in(10), "iss", "https://login.example");
  }

  @Test
  void aGoodTokenProvesItsSubject() {
    exchange.pair().connect();
  }

  @Test
  void anotherKeysTokenIsRefused() {
    refused(Issuer.rsa().token("alice", "exp", Issuer.in(10), "iss", "https://login.example"));
    refused(Issuer.ec().token("alice", "exp", Issuer.in(10), "iss", "https://login.example"));
  }

  /** The public key is no secret: who signs with it as if it were one proves nothing. */
  @Test
  void thePublicKeyIsNotTakenForASecret() {
    String pem = ISSUER.key();
    byte[] der = Base64.getMimeDecoder().decode(pem.replaceAll("-----[A-Z ]+-----", "").strip());
    for (byte[] known : List.of(der, pem.getBytes(UTF_8), (pem + "\n").getBytes(UTF_8))) {
      Issuer attacker = Issuer.sharing(known);
      String claims =
          "{\"sub\":\"alice\",\"iss\":\"https://login.example\",\"exp\":" + Issuer.in(10) + "}";
      refused(attacker.signed("{\"alg\":\"HS256\"}", claims));
      refused(attacker.signed(RS256, claims));
    }
  }

  @Test
  void anotherIssuersTokenIsRefused() {
    refused(ISSUER.token("alice", "exp", Issuer.in(10), "iss", "https://elsewhere.example"));
    refused(ISSUER.token("alice", "exp", Issuer.in(10)));
  }

  @Test
  void aTokenForAnAudienceIsForSomebodyElse() {
    refused(
        ISSUER.token("alice", "exp", Issuer.in(10), "iss", "https://login.example", "aud", "mail"));
  }

  @Test
  void asManyConnectionsAsAreConfigured() {
    User alice = exchange.user("alice");
    User phone = alice.alsoOn("phone");
    exchange.meta("third").whoami(alice.name()).refused("identity-taken");
    phone.sets("busy").ok();
  }

  private void refused(String token) {
    exchange.meta("alice").whoami("alice", token).refused("not-authorized");
  }
}
