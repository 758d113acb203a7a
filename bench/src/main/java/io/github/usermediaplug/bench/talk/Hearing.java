package io.github.usermediaplug.bench.talk;

import io.github.usermediaplug.bench.load.Line;
import io.github.usermediaplug.bench.load.LineListener;
import io.github.usermediaplug.bench.load.Meter;
import java.util.function.Consumer;

/** Hears texts of which none may be a refusal, on a line that may not end. */
record Hearing(String who, Meter meter, Consumer<String> hears) implements LineListener {

  @Override
  public void text(Line line, String text) {
    if (text.contains("\"ok\":false")) {
      meter.fail(who + " was refused: " + text);
    } else {
      hears.accept(text);
    }
  }

  @Override
  public void closed(Line line, String reason) {
    meter.fail("the line of " + who + " ended: " + reason);
  }
}
