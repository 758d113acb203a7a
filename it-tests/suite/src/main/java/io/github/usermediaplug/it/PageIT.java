package io.github.usermediaplug.it;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.client.Knock;
import io.github.usermediaplug.it.deployment.AgainstDefaults;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser is told of our own page. */
class PageIT extends AgainstDefaults {
  @ParameterizedTest
  @CsvSource({"'', 200", "user-media-plug.js, 200", "demo.css, 200", "no-such-thing, 404"})
  void itMayDoWhatItNeedsAndNoMore(String path, int status)
      throws IOException, InterruptedException {
    HttpResponse<String> page = get(path);
    assertEquals(status, page.statusCode());
    String authority = url.getAuthority();
    assertEquals(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " media-src 'self' blob:; connect-src 'self' ws://%1$s wss://%1$s;"
                .formatted(authority)
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        header(page, "Content-Security-Policy"));
    assertEquals("nosniff", header(page, "X-Content-Type-Options"));
    assertEquals("no-referrer", header(page, "Referrer-Policy"));
    assertEquals("same-origin", header(page, "Cross-Origin-Opener-Policy"));
    assertEquals("same-origin", header(page, "Cross-Origin-Resource-Policy"));
    assertTrue(header(page, "Permissions-Policy").startsWith("camera=(self), microphone=(self),"));
    if (status == 200) {
      assertEquals("no-cache", header(page, "Cache-Control"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"meta", "media"})
  void aWebSocketIsNoPage(String door) throws IOException {
    List<String> answer = Knock.answer(root().resolve(door));
    assertEquals("http/1.1 101", answer.get(0).substring(0, 12));
    assertTrue(
        answer.stream().noneMatch(line -> line.contains("-policy:") || line.contains("nosniff")),
        answer::toString);
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    URI uri = root().resolve(path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
  }

  /** Each is sent once: of two, a browser may take either. */
  private static String header(HttpResponse<String> page, String name) {
    assertEquals(1, page.headers().allValues(name).size(), () -> name + ": " + page.headers());
    return page.headers().firstValue(name).get();
  }
}
