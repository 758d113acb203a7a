package io.github.usermediaplug.bench.measure;

/** Adds up who used the processor between its making and {@link #stop}. */
public final class CostMeter {

  private final ProcessClock subject;
  private final long startedNanos = System.nanoTime();
  private final double subjectBefore;
  private final double generatorBefore = ProcessClock.own().cpuSeconds();
  private final MachineClock machineBefore = MachineClock.now();

  /** Starts to count. */
  public CostMeter(long subjectPid) {
    subject = new ProcessClock(subjectPid);
    subjectBefore = subject.cpuSeconds();
  }

  /** What was used since. */
  public Cost stop() {
    double seconds = (System.nanoTime() - startedNanos) / 1e9;
    MachineClock machine = MachineClock.now();
    double ofSubject = subject.cpuSeconds() - subjectBefore;
    double ofGenerator = ProcessClock.own().cpuSeconds() - generatorBefore;
    double busy = machine.busySeconds() - machineBefore.busySeconds();
    double stolen = machine.stolenSeconds() - machineBefore.stolenSeconds();
    return new Cost(
        seconds,
        ofSubject / seconds,
        ofGenerator / seconds,
        Math.max(0, busy - ofSubject - ofGenerator) / seconds,
        stolen / seconds);
  }
}
