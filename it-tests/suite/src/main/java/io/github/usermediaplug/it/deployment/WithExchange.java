package io.github.usermediaplug.it.deployment;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Transcript;
import java.net.URI;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;

/** What every test has: an exchange that opens lines to the deployment, and a transcript. */
@ExtendWith({ArquillianExtension.class, Transcript.class})
public abstract class WithExchange {
  protected Exchange exchange;

  @BeforeEach
  void openExchange() {
    exchange = exchange(root());
  }

  /** The deployment's address. */
  protected abstract URI root();

  /** How this test's users come to the deployment. */
  protected Exchange exchange(URI root) {
    return new Exchange(root);
  }

  @AfterEach
  void closeExchange() {
    exchange.close();
  }
}
