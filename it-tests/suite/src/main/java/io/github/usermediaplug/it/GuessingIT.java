package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.Meta;
import io.github.usermediaplug.it.deployment.AgainstTokens;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** Somebody who guesses tokens on many connections, from an address that others have too. */
class GuessingIT extends AgainstTokens {
  /** Of a connection, and the last word. */
  private static final int GUESSES = 21;

  private static final int MANY = 1000;

  @Deployment(testable = false)
  public static WebArchive product() {
    return configured("guessing").war();
  }

  @Test
  void whoGuessesOnManyHasFewerOnEachAndKeepsNobodyElseOut() {
    assertEquals(GUESSES, guessesOfAConnection());
    int connections = 1;
    while (guessesOfAConnection() == GUESSES) {
      connections++;
      assertTrue(connections < MANY, "it guesses on and on");
    }
    exchange.user("alice").sets("here").ok();
    exchange.pair().connect();
  }

  private int guessesOfAConnection() {
    Meta line = exchange.meta("mallory");
    for (int i = 0; i < GUESSES; i++) {
      line.send(Json.of("type", "whoami", "user", "alice", "token", "guess " + i));
    }
    int answered = 0;
    while (line.replyOrEnd().isPresent()) {
      answered++;
    }
    line.isClosedWith(1008);
    return answered;
  }
}
