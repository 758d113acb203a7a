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
import java.util.Map;
import java.util.stream.Collectors;

/** A browser at the desk, as far as its pages go; keeps cookies, follows redirects. */
final class DeskClient {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final URI root;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .connectTimeout(PATIENCE)
          .build();

  DeskClient(URI root) {
    this.root = root;
  }

  HttpResponse<String> logIn(String agent, String password) {
    String form = "agent=" + encoded(agent) + "&password=" + encoded(password);
    return post("login", form);
  }

  private HttpResponse<String> post(String path, String form) {
    return send(
        HttpRequest.newBuilder(root.resolve(path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  /** Fills in the form that the server asks with. */
  HttpResponse<String> signIn(String name, String password) {
    String form = "j_username=" + encoded(name) + "&j_password=" + encoded(password);
    return post("staff/j_security_check", form);
  }

  HttpResponse<String> leave() {
    return post("leave", "");
  }

  /** What it sends along by which the server knows it again. */
  Map<String, String> headers() {
    return Map.of(
        "Cookie",
        cookies.getCookieStore().getCookies().stream()
            .map(cookie -> cookie.getName() + "=" + cookie.getValue())
            .collect(Collectors.joining("; ")));
  }

  /** The server then takes the two for one. */
  void takesCookiesOf(DeskClient other) {
    other.cookies.getCookieStore().getCookies().stream()
        .forEach(cookie -> cookies.getCookieStore().add(root, cookie));
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
