package io.github.usermediaplug.bench.talk;

import io.github.usermediaplug.bench.load.Frames;
import io.github.usermediaplug.bench.load.Line;
import io.github.usermediaplug.bench.load.LineListener;
import java.util.HashMap;
import java.util.Map;

/**
 * A line on which texts are said and awaited, one after the other. Keeps the last text of each
 * kind.
 */
public class Conversation implements LineListener {

  private final Map<String, String> heard = new HashMap<>();
  private Line line;
  private String ended;

  /** Goes on on this line; what it said before is forgotten. */
  public final void on(Line line) {
    this.line = line;
    heard.clear();
    ended = null;
  }

  /** The line. */
  public final Line line() {
    return line;
  }

  /** Says something. */
  public final void say(String text) {
    line.send(Frames.text(text));
  }

  /**
   * Whether a text of this kind has come: the type, for a reply {@code res:} and what it is for.
   *
   * @throws IllegalStateException where the line has ended instead, or the reply is a refusal
   */
  public final boolean hasHeard(String kind) {
    if (ended != null && !heard.containsKey(kind)) {
      throw new IllegalStateException("awaiting " + kind + ", the line ended: " + ended);
    }
    String text = heard.getOrDefault(kind, "");
    if (kind.startsWith("res:") && text.contains("\"ok\":false")) {
      throw new IllegalStateException("refused: " + text);
    }
    return !text.isEmpty();
  }

  /** What has come of this kind so far does not count any more. */
  public final void forget(String kind) {
    heard.remove(kind);
  }

  /** A field of the last text of this kind. */
  public final String field(String kind, String name) {
    return Json.field(heard.get(kind), name);
  }

  /**
   * Whether the handshake is through.
   *
   * @throws IllegalStateException where the line has ended
   */
  public final boolean isOpen() {
    if (ended != null) {
      throw new IllegalStateException("the line ended: " + ended);
    }
    return line.isOpen();
  }

  @Override
  public void text(Line from, String text) {
    String type = Json.field(text, "type");
    heard.put(type.equals("res") ? "res:" + Json.field(text, "for") : type, text);
  }

  @Override
  public void closed(Line from, String reason) {
    if (from == line) {
      ended = reason;
    }
  }
}
