package io.github.usermediaplug.it.stock;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What a server serves over HTTP at the context root that the page is always at. */
record Page(int port) {
  private static final HttpClient HTTP =
      HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NORMAL).build();
  private static final String JAR = "WEB-INF/lib/user-media-plug-classes.jar";
  private static final String CLIENT = "META-INF/resources/";

  URI root() {
    return URI.create("http://127.0.0.1:" + port + "/user-media-plug/");
  }

  boolean isServed() throws InterruptedException {
    try {
      return get(root()).statusCode() == 200;
    } catch (IOException notYet) {
      return false;
    }
  }

  /** Also for who leaves out the slash. */
  void isFound() throws IOException, InterruptedException {
    HttpResponse<byte[]> page = get(URI.create("http://127.0.0.1:" + port + "/user-media-plug"));
    assertEquals(root().getPath(), page.uri().getPath());
    assertEquals(200, page.statusCode());
    assertTrue(type(page).startsWith("text/html"), () -> type(page));
  }

  /** Every file of the browser's client that the WAR carries, as what a browser takes it for. */
  void hasTheClientOf(Path war) throws IOException, InterruptedException {
    int scripts = 0;
    try (ZipInputStream outer = new ZipInputStream(war.toUri().toURL().openStream())) {
      skipTo(outer, JAR);
      ZipInputStream jar = new ZipInputStream(outer);
      for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
        if (entry.getName().startsWith(CLIENT) && !entry.isDirectory()) {
          String name = entry.getName().substring(CLIENT.length());
          HttpResponse<byte[]> file = get(root().resolve(name));
          assertArrayEquals(jar.readAllBytes(), file.body(), name);
          if (name.endsWith(".js")) {
            assertTrue(type(file).contains("javascript"), () -> name + " is " + type(file));
            scripts++;
          }
        }
      }
    }
    assertTrue(scripts > 0, "there is a client in " + war);
  }

  private static void skipTo(ZipInputStream zip, String name) throws IOException {
    ZipEntry entry = zip.getNextEntry();
    while (!entry.getName().equals(name)) {
      entry = zip.getNextEntry();
    }
  }

  private static String type(HttpResponse<byte[]> response) {
    return response.headers().firstValue("Content-Type").orElse("nothing");
  }

  private static HttpResponse<byte[]> get(URI uri) throws IOException, InterruptedException {
    return HTTP.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofByteArray());
  }
}
