package io.github.usermediaplug.it.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.it.client.Paired.Connected;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;

/** Honest users beside an attack: a pair that talks all the while, and whoever comes anew. */
public record Bystanders(Exchange exchange, URI page, Connected pair) {

  /** A new pair, which has joined. */
  public static Bystanders at(Exchange exchange, URI page) {
    return new Bystanders(exchange, page, exchange.pair().connect());
  }

  /**
   * The page is answered, the pair still talks, and new users come, call, talk and leave; each
   * within the patience of every client.
   */
  public void goOn() throws IOException {
    pageIsAnswered();
    pair.talk();
    pair.alice().sets("still here").ok();
    Connected fresh = exchange.pair().connect();
    fresh.talk();
    fresh.alice().unpairs(fresh.bob()).ok();
    fresh.alices().isClosedWith(1000);
    fresh.bobs().isClosedWith(1000);
    Stream.of(fresh.alice(), fresh.bob()).forEach(User::close);
  }

  private void pageIsAnswered() throws IOException {
    HttpRequest request = HttpRequest.newBuilder(page).timeout(Mailbox.PATIENCE).build();
    try {
      int status = HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
      assertEquals(200, status);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
