package io.github.usermediaplug.it.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import jakarta.websocket.CloseReason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A client of /meta. Tells replies, one to a message and in order, from what the server pushes in
 * between.
 */
public final class Meta {
  /**
   * The last two are schema D of the seed: how those two messages are answered when they have no
   * tx.
   */
  private static final Set<String> REPLIES = Set.of("res", "peers", "peers-online");

  private final Link link;
  private final String owner;
  private final Function<String, Optional<String>> tokens;

  Meta(String owner, Link link, Function<String, Optional<String>> tokens) {
    this.owner = owner;
    this.link = link;
    this.tokens = tokens;
  }

  public void send(String text) {
    link.send(text);
  }

  public void send(JsonObject message) {
    send(message.toString());
  }

  public Reply ask(String text) {
    send(text);
    return reply();
  }

  public Reply ask(JsonObject message) {
    return ask(message.toString());
  }

  public Reply whoami(String user) {
    return tokens
        .apply(user)
        .map(token -> whoami(user, token))
        .orElseGet(() -> ask(Json.of("type", "whoami", "user", user)));
  }

  public Reply whoami(String user, String token) {
    return ask(Json.of("type", "whoami", "user", user, "token", token));
  }

  public Reply resume(String user, String secret) {
    return tokens
        .apply(user)
        .map(
            token -> ask(Json.of("type", "whoami", "user", user, "resume", secret, "token", token)))
        .orElseGet(() -> ask(Json.of("type", "whoami", "user", user, "resume", secret)));
  }

  /** The next reply that was not yet taken. */
  public Reply reply() {
    return new Reply(Json.parse(link.take("a reply", Meta::isReply).text()));
  }

  /** The next reply, or nothing when the line has ended before it came. */
  public Optional<Reply> replyOrEnd() {
    return link.takeOrEnd("a reply", Meta::isReply)
        .map(message -> new Reply(Json.parse(message.text())));
  }

  /** The next push of this type that was not yet taken. */
  public JsonObject push(String type) {
    return Json.parse(link.take("a push: " + type, message -> isPush(message, type)).text());
  }

  /** The same, or nothing when the line has ended before it came. */
  public Optional<JsonObject> pushOrEnd(String type) {
    return link.takeOrEnd("a push: " + type, message -> isPush(message, type))
        .map(message -> Json.parse(message.text()));
  }

  /**
   * What was pushed and not taken. Means something once all that could cause a push has been
   * answered.
   */
  public List<String> unreadPushes() {
    return link.unread().stream().filter(message -> !isReply(message)).map(Message::text).toList();
  }

  public void isToldNothingElse() {
    assertEquals(List.of(), unreadPushes(), () -> owner + " was told what it should not be");
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

  private static boolean isReply(Message message) {
    return REPLIES.contains(Json.parse(message.text()).getString("type"));
  }

  private static boolean isPush(Message message, String type) {
    return !isReply(message) && Json.parse(message.text()).getString("type").equals(type);
  }
}
