package io.github.usermediaplug.bench.load;

import java.nio.ByteBuffer;

/** The receiving end of a stream: counts, and gives credit for what it has consumed. */
public class Consumer implements LineListener {

  private static final int GRANULE = 256 << 10;
  private static final ByteBuffer CREDIT =
      Frames.text("{\"type\":\"credit\",\"bytes\":" + GRANULE + "}");

  private final Meter meter;
  private final int expected;
  private long unsaid;

  /** Counts messages of this length; another is a failure. */
  public Consumer(Meter meter, int expected) {
    this.meter = meter;
    this.expected = expected;
  }

  @Override
  public void binary(Line line, long length, long stamp) {
    if (length != expected) {
      meter.fail("a message of " + length + " bytes arrived, sent were " + expected);
    }
    meter.count(length);
    unsaid += length;
    if (unsaid >= GRANULE) {
      unsaid -= GRANULE;
      line.send(CREDIT);
    }
  }

  @Override
  public void closed(Line line, String reason) {
    meter.fail("a receiver's line ended: " + reason);
  }
}
