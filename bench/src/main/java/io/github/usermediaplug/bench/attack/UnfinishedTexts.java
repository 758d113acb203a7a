package io.github.usermediaplug.bench.attack;

import io.github.usermediaplug.bench.load.Frames;
import io.github.usermediaplug.bench.load.Line;
import io.github.usermediaplug.bench.load.LineListener;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * 990 connections that never say who they are begin a text each that they never finish: 40 MB. The
 * product gives them ten seconds; for those that it ends others come, 100 a second.
 */
final class UnfinishedTexts implements Attack {

  private static final int STRANGERS = 990;
  private static final int BYTES = 40_000;
  private static final int FIRST_AT_ONCE = 100;
  private static final int LATER_AT_ONCE = 10;

  @Override
  public int row() {
    return 2;
  }

  @Override
  public String name() {
    return "unfinished texts of strangers";
  }

  @Override
  public void run(Stage stage) {
    Stranger stranger = new Stranger(stage, Frames.unfinishedText(BYTES, 8 << 10));
    List<Line> lines = new ArrayList<>();
    stage.ready();
    for (int begun = 0; stage.isOn(); ) {
      lines.removeIf(line -> line.ending() != null);
      int atOnce = begun < STRANGERS ? FIRST_AT_ONCE : LATER_AT_ONCE;
      for (int i = 0; i < atOnce && lines.size() < STRANGERS; i++) {
        lines.add(stage.connect("/meta", stranger));
        begun++;
      }
      stage.pump(0.1);
    }
  }

  private record Stranger(Stage stage, ByteBuffer text) implements LineListener {

    @Override
    public void opened(Line line) {
      line.send(text);
      stage.sent();
    }

    @Override
    public void closed(Line line, String reason) {
      stage.closed();
    }
  }
}
