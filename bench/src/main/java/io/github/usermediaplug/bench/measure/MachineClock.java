package io.github.usermediaplug.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Processor time of the whole machine so far, from {@code /proc/stat}.
 *
 * @param busySeconds of all cores, in whatever process
 * @param stolenSeconds taken by the host of a virtual machine
 */
public record MachineClock(double busySeconds, double stolenSeconds) {

  private static final double TICKS_PER_SECOND = 100;
  private static final int IDLE = 4;
  private static final int WAITING = 5;
  private static final int STOLEN = 8;

  /** Reads it now. */
  public static MachineClock now() {
    try {
      String[] fields =
          Files.readString(Path.of("/proc/stat")).lines().findFirst().orElseThrow().split(" +");
      double busy = 0;
      for (int i = 1; i < STOLEN; i++) {
        busy += i == IDLE || i == WAITING ? 0 : Double.parseDouble(fields[i]);
      }
      return new MachineClock(
          busy / TICKS_PER_SECOND, Double.parseDouble(fields[STOLEN]) / TICKS_PER_SECOND);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
