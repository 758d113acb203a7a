package io.github.usermediaplug.bench.load;

import org.HdrHistogram.Histogram;

/** The receiving end of paced messages: how long after it was due each has come. */
public final class Stopwatch extends Consumer {

  private static final long LONGEST_NANOS = 60_000_000_000L;

  private Histogram histogram = fresh();

  /** Counts messages of this length. */
  public Stopwatch(Meter meter, int expected) {
    super(meter, expected);
  }

  /** What came since this was last asked, in nanoseconds. */
  public Histogram take() {
    Histogram taken = histogram;
    histogram = fresh();
    return taken;
  }

  @Override
  public void binary(Line line, long length, long stamp) {
    histogram.recordValue(Math.min(LONGEST_NANOS, Math.max(0, System.nanoTime() - stamp)));
    super.binary(line, length, stamp);
  }

  private static Histogram fresh() {
    return new Histogram(LONGEST_NANOS, 3);
  }
}
