package io.github.usermediaplug.it.deployment;

import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.test.api.ArquillianResource;

/** A test outside the server, which Arquillian gives the deployment's address. */
public abstract class OnTheLine extends WithExchange {
  @ArquillianResource protected URL url;

  @Override
  protected final URI root() {
    return URI.create(url.toString());
  }
}
