package io.github.usermediaplug.bench.scenario;

import io.github.usermediaplug.bench.load.Reactor;
import io.github.usermediaplug.bench.measure.Cost;
import io.github.usermediaplug.bench.measure.CostMeter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/**
 * The course of a load that is already under way: a count is read in every interval, at first to
 * warm up, then to be measured.
 *
 * @param rates per second, of every interval
 * @param warmUp how many of them came before the measuring
 * @param rate per second, over all that was measured
 */
record Course(List<Double> rates, int warmUp, double rate, Cost cost) {

  static final double INTERVAL_SECONDS = 0.25;

  /**
   * Pumps the load to its end.
   *
   * @param measuring called when the warm-up is over
   */
  static Course run(Reactor reactor, long pid, Pace pace, LongSupplier count, Runnable measuring) {
    int warmUp = (int) Math.round(pace.warmUpSeconds() / INTERVAL_SECONDS);
    int all = warmUp + (int) Math.round(pace.measuredSeconds() / INTERVAL_SECONDS);
    List<Double> rates = new ArrayList<>();
    CostMeter meter = null;
    long startedNanos = System.nanoTime();
    long measuredFrom = 0;
    long countFrom = 0;
    long last = startedNanos;
    long lastCount = count.getAsLong();
    for (int i = 0; i < all; i++) {
      if (i == warmUp) {
        measuring.run();
        meter = new CostMeter(pid);
        measuredFrom = last;
        countFrom = lastCount;
      }
      reactor.pumpTo(startedNanos + (long) ((i + 1) * INTERVAL_SECONDS * 1e9));
      long now = System.nanoTime();
      long counted = count.getAsLong();
      rates.add((counted - lastCount) * 1e9 / (now - last));
      last = now;
      lastCount = counted;
    }
    double rate = (lastCount - countFrom) * 1e9 / (last - measuredFrom);
    return new Course(rates, warmUp, rate, meter.stop());
  }
}
