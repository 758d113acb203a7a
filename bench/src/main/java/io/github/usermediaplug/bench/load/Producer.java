package io.github.usermediaplug.bench.load;

/** The sending end of a stream: goes on as far as the receiver gives credit. */
public final class Producer implements LineListener {

  private static final String CREDIT = "{\"type\":\"credit\",\"bytes\":";

  private final Meter meter;

  /** Tells this meter where it breaks. */
  public Producer(Meter meter) {
    this.meter = meter;
  }

  @Override
  public void text(Line line, String text) {
    if (text.startsWith(CREDIT)) {
      line.credit(Long.parseLong(text, CREDIT.length(), text.length() - 1, 10));
    }
  }

  @Override
  public void closed(Line line, String reason) {
    meter.fail("a sender's line ended: " + reason);
  }
}
