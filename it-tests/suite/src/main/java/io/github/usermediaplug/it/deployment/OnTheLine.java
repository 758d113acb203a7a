package io.github.usermediaplug.it.deployment;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Transcript;
import java.net.URI;
import java.net.URL;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What every test has: the deployment's address, an exchange that opens lines to it, and a
 * transcript.
 */
@ExtendWith({ArquillianExtension.class, Transcript.class})
public abstract class OnTheLine {
  @ArquillianResource protected URL url;

  protected Exchange exchange;

  @BeforeEach
  void openExchange() {
    exchange = exchange(URI.create(url.toString()));
  }

  /** How this test's users come to the deployment. */
  protected Exchange exchange(URI root) {
    return new Exchange(root);
  }

  @AfterEach
  void closeExchange() {
    exchange.close();
  }
}
