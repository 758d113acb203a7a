package io.github.usermediaplug.it.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.usermediaplug.it.people.Nginx;
import io.github.usermediaplug.it.people.Person;
import io.github.usermediaplug.it.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people behind a real nginx that ends TLS and serves the deployment below another path. */
class BehindProxyIT {

  private static final Path RECIPE = Path.of("..", "..", "docs", "operations.md");
  private static final String LOCATION = "location /calls/ {";

  @TempDir Path data;

  private ServerProcess server;
  private Nginx nginx;
  private Person ada;
  private Person grace;

  @AfterEach
  void allEnd() {
    for (AutoCloseable one : new AutoCloseable[] {ada, grace, nginx, server}) {
      try {
        if (one != null) {
          one.close();
        }
      } catch (Exception e) {
        throw new AssertionError(e);
      }
    }
  }

  @Test
  void twoPeopleSeeEachOtherUnderAnotherPath() throws IOException {
    bothAreThere(Map.of(), "");
    ada.calls(grace);
    grace.accepts(ada);
    for (Person person : new Person[] {ada, grace}) {
      person.isInCall("live");
      person.seesLivePicture();
      person.hearsSound();
    }
    for (Person person : new Person[] {ada, grace}) {
      assertEquals(List.of(), person.refusedByThePolicy());
    }
    grace.hangsUp();
    ada.isInCall("idle");
    grace.isInCall("idle");
  }

  @Test
  void aCallWhoseMediaDoesNotPassEndsAndThePageSaysWhy() throws IOException {
    bothAreThere(Map.of(), "location = /calls/media { return 404; }");
    ada.calls(grace);
    grace.accepts(ada);
    ada.isInCall("connecting");
    endsWithWords();
  }

  /** Without a limit of the server's the clients are the ones to give up. */
  @Test
  void itEndsWithoutTheServersTimeLimitToo() throws IOException {
    bothAreThere(
        Map.of("USER_MEDIA_PLUG_MEDIA_TIMEOUT", "0"), "location = /calls/media { return 404; }");
    ada.calls(grace);
    grace.accepts(ada);
    ada.isInCall("connecting");
    endsWithWords();
  }

  private void endsWithWords() throws IOException {
    for (Person person : new Person[] {ada, grace}) {
      person.isInCall("idle");
    }
    assertTrue(
        nginx.requests().stream().anyMatch(line -> line.contains("/calls/media HTTP/1.1\" 404")));
    for (Person person : new Person[] {ada, grace}) {
      person.reads("could not be opened");
      person.reads("/calls/media");
    }
  }

  private void bothAreThere(Map<String, String> settings, String besides) throws IOException {
    server = ServerProcess.start(data, settings);
    String recipe = recipe();
    nginx =
        Nginx.start(
            (port, certificate, key) ->
                replaced(
                    recipe,
                    Map.of(
                        "listen 443 ssl;",
                        "listen 127.0.0.1:" + port + " ssl;",
                        "server_name calls.example;",
                        "server_name localhost;",
                        "/etc/ssl/calls.pem;",
                        certificate + ";",
                        "/etc/ssl/calls.key;",
                        key + ";",
                        "http://127.0.0.1:8080/",
                        "http://127.0.0.1:" + server.port() + "/",
                        LOCATION,
                        besides + "\n" + LOCATION)));
    ada = Person.at(nginx.at("/calls/"), "Ada");
    grace = Person.at(nginx.at("/calls/"), "Grace");
    ada.knows(grace);
    grace.knows(ada);
    ada.sees(grace, "online");
    grace.sees(ada, "online");
  }

  /** The one that operators are given, so that what they are given is what was run. */
  private static String recipe() throws IOException {
    Matcher block =
        Pattern.compile("```nginx\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(RECIPE));
    assertTrue(block.find(), "no recipe in " + RECIPE);
    return block.group(1);
  }

  private static String replaced(String text, Map<String, String> replacements) {
    String result = text;
    for (Map.Entry<String, String> one : replacements.entrySet()) {
      assertTrue(result.contains(one.getKey()), "no " + one.getKey() + " in " + text);
      result = result.replace(one.getKey(), one.getValue());
    }
    return result;
  }
}
