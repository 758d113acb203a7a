package io.github.usermediaplug.bench.measure;

import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;

/**
 * A fixed loop on all cores at once, before each round: were the machine quiet and its clock
 * steady, every round would show the same number.
 */
public final class Calibration {

  private static final long NANOS = 500_000_000;
  private static final int STEPS = 1 << 16;

  private Calibration() {}

  /** Millions of steps a second, summed over all cores. */
  public static double run() {
    int cores = Runtime.getRuntime().availableProcessors();
    AtomicLong steps = new AtomicLong();
    Thread[] threads =
        IntStream.range(0, cores)
            .mapToObj(core -> new Thread(() -> steps.addAndGet(spin())))
            .toArray(Thread[]::new);
    for (Thread thread : threads) {
      thread.start();
    }
    for (Thread thread : threads) {
      join(thread);
    }
    return steps.get() / (NANOS / 1e3);
  }

  private static long spin() {
    long end = System.nanoTime() + NANOS;
    long seed = end;
    long steps = 0;
    while (System.nanoTime() < end) {
      for (int i = 0; i < STEPS; i++) {
        seed = seed * 6364136223846793005L + 1442695040888963407L;
      }
      steps += STEPS;
    }
    // Used, so that the loop is not optimised away.
    return seed == 0 ? steps + 1 : steps;
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException("interrupted", interrupted);
    }
  }
}
