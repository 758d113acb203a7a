package io.github.usermediaplug.bench.attack;

import io.github.usermediaplug.bench.load.Frames;
import io.github.usermediaplug.bench.load.Line;
import io.github.usermediaplug.bench.load.LineListener;
import io.github.usermediaplug.bench.talk.Json;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * 400 connections say who they are, then send pings as fast as they are taken and read nothing.
 * Where the product ends one, another comes.
 */
final class UnreadPongs implements Attack {

  private static final int DEAF = 400;
  private static final int AT_ONCE = 100;
  private static final int BATCH = 64;
  private static final long WITHOUT_END = 1L << 50;

  @Override
  public int row() {
    return 3;
  }

  @Override
  public String name() {
    return "unread pongs";
  }

  @Override
  public void run(Stage stage) {
    ByteBuffer pings = Frames.pings(BATCH);
    List<Line> lines = new ArrayList<>();
    int names = 0;
    stage.ready();
    while (stage.isOn()) {
      List<Line> ended = lines.stream().filter(line -> line.ending() != null).toList();
      count(stage, ended);
      lines.removeAll(ended);
      for (int i = 0; i < AT_ONCE && lines.size() < DEAF; i++) {
        lines.add(
            stage.connectDeaf("/meta", new Deaf(stage, Stage.numbered("deaf", names++), pings)));
      }
      stage.pump(0.1);
    }
    count(stage, lines);
  }

  private static void count(Stage stage, List<Line> lines) {
    stage.sent(lines.stream().mapToLong(Line::streamed).sum() / Frames.PING_BYTES);
  }

  private record Deaf(Stage stage, String name, ByteBuffer pings) implements LineListener {

    @Override
    public void opened(Line line) {
      line.send(Frames.text(Json.object("type", "whoami", "user", name)));
      line.stopReading();
      line.stream(pings, Frames.PING_PAYLOAD, WITHOUT_END);
    }

    @Override
    public void closed(Line line, String reason) {
      stage.closed();
    }
  }
}
