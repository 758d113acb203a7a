package io.github.usermediaplug.it.deployment;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Issuer;
import java.net.URI;
import java.security.SecureRandom;

/** Tests where tokens prove who somebody is, and every user has one. */
public abstract class AgainstTokens extends OnTheLine {
  protected static final Issuer ISSUER = Issuer.sharing(secret());

  /** The product that trusts the issuer. */
  protected static Product configured(String context) {
    return Product.at(context).with("identity", "token").with("token-key", ISSUER.key());
  }

  @Override
  protected Exchange exchange(URI root) {
    return Exchange.withTokens(root, ISSUER::token);
  }

  private static byte[] secret() {
    byte[] secret = new byte[32];
    new SecureRandom().nextBytes(secret);
    return secret;
  }
}
