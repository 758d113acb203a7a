package io.github.usermediaplug.it.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** A browser at the desk, as far as its pages go; keeps cookies, follows redirects. */
final class DeskClient {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final URI root;
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(new CookieManager())
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(PATIENCE)
          .build();

  DeskClient(URI root) {
    this.root = root;
  }

  HttpResponse<String> logIn(String agent, String password) {
    String form = "agent=" + encoded(agent) + "&password=" + encoded(password);
    return send(
        HttpRequest.newBuilder(root.resolve("login"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(root.resolve(path)).GET());
  }

  /** The lines of a page that must be there. */
  List<String> lines(String path) {
    HttpResponse<String> answer = get(path);
    assertEquals(200, answer.statusCode(), path);
    return answer.body().lines().toList();
  }

  /** Begins a call of the agent who is logged in; gives back the status code. */
  int begins(String customer) {
    return send(HttpRequest.newBuilder(call(customer)).POST(BodyPublishers.noBody())).statusCode();
  }

  /** Ends a call of the agent who is logged in; gives back the status code. */
  int ends(String customer) {
    return send(HttpRequest.newBuilder(call(customer)).DELETE()).statusCode();
  }

  private URI call(String customer) {
    return root.resolve("calls?customer=" + encoded(customer));
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
