package io.github.usermediaplug.it.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.json.JsonObject;
import jakarta.websocket.CloseReason;

/** A client of /media that reads all the time. */
public final class Media {
  private final String owner;
  private final Link link;

  public Media(String owner, Link link) {
    this.owner = owner;
    this.link = link;
  }

  public Media join(String user, String peer, String ticket) {
    link.send(joining(user, peer, ticket));
    return this;
  }

  static String joining(String user, String peer, String ticket) {
    return Json.of("type", "join", "user", user, "peer", peer, "ticket", ticket).toString();
  }

  /** Awaits the server's word that both are there; nothing else may come before it. */
  public JsonObject paired() {
    return told("pair");
  }

  /** Awaits whichever comes first: the server's word that both are there, or the line's end. */
  public boolean isPairedBeforeItEnds() {
    return link.takeOrEnd("pair", message -> message.text().contains("\"pair\"")).isPresent();
  }

  /** Awaits the server's word that the other is gone for now. */
  public JsonObject onHold() {
    return told("hold");
  }

  private JsonObject told(String type) {
    Message message = link.next();
    assertTrue(message.isText(), () -> owner + " awaited " + type + ", not " + message);
    JsonObject word = Json.parse(message.text());
    assertEquals(type, word.getString("type"), () -> owner + " was told " + word);
    return word;
  }

  public Link link() {
    return link;
  }

  public CloseReason awaitClosed() {
    return link.awaitClosed();
  }

  public void isClosedWith(int code) {
    assertEquals(code, awaitClosed().getCloseCode().getCode(), () -> owner + "'s close code");
  }

  public void close() {
    link.close();
  }
}
