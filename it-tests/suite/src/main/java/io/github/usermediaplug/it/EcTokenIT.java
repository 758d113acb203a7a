package io.github.usermediaplug.it;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Issuer;
import io.github.usermediaplug.it.deployment.OnTheLine;
import io.github.usermediaplug.it.deployment.Product;
import java.net.URI;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Tokens that are signed on an elliptic curve. */
class EcTokenIT extends OnTheLine {
  private static final Issuer ISSUER = Issuer.ec();

  @Deployment(testable = false)
  public static WebArchive product() {
    return Product.at("ec-tokens")
        .with("identity", "token")
        .with("token-algorithm", ISSUER.algorithm())
        .with("token-key", ISSUER.key())
        .war();
  }

  @Override
  protected Exchange exchange(URI root) {
    return Exchange.withTokens(root, ISSUER::token);
  }

  @Test
  void aGoodTokenProvesItsSubject() {
    exchange.pair().connect();
  }

  @Test
  void anotherKeysTokenIsRefused() {
    exchange.meta("alice").whoami("alice", Issuer.ec().token("alice")).refused("not-authorized");
    exchange.meta("alice").whoami("alice", Issuer.rsa().token("alice")).refused("not-authorized");
  }

  /** Some verifiers took a signature of zeros for anything (CVE-2022-21449). */
  @Test
  void aSignatureOfZerosIsRefused() {
    String good = ISSUER.token("alice");
    String blank = good.substring(0, good.lastIndexOf('.') + 1) + Issuer.encoded(new byte[64]);
    exchange.meta("alice").whoami("alice", blank).refused("not-authorized");
  }
}
