package io.github.usermediaplug.bench.load;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameParserTest {

  private final List<String> found = new ArrayList<>();
  private final FrameParser parser = new FrameParser(new Found());

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 1000, 100_000})
  void findsWhatWasSentWhereverTheStreamIsCut(int piece) {
    ByteBuffer stamped = Frames.binary(70_000);
    Frames.stamp(stamped, 70_000, 0x1122334455667788L);
    ByteBuffer all = ByteBuffer.allocate(200_000);
    all.put(Frames.text("{\"type\":\"credit\"}")).put(stamped);
    all.put(Frames.masked(Frames.PING, new byte[] {'p'})).put(Frames.batch(200, 2)).flip();
    while (all.hasRemaining()) {
      int length = Math.min(piece, all.remaining());
      parser.parse(all.slice(all.position(), length));
      all.position(all.position() + length);
    }
    assertEquals(
        List.of(
            "{\"type\":\"credit\"}",
            "70000 bytes, 1122334455667788",
            "control 9 p",
            "200 bytes, 0",
            "200 bytes, 0"),
        found);
  }

  private final class Found implements FrameSink {

    @Override
    public void binary(long length, long stamp) {
      found.add(length + " bytes, " + Long.toHexString(stamp));
    }

    @Override
    public void text(byte[] utf8, int length) {
      found.add(new String(utf8, 0, length, StandardCharsets.UTF_8));
    }

    @Override
    public void control(int opcode, byte[] payload) {
      found.add("control " + opcode + " " + new String(payload, StandardCharsets.UTF_8));
    }
  }
}
