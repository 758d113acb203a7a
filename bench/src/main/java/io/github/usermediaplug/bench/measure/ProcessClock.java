package io.github.usermediaplug.bench.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Processor time and memory of one process, from {@code /proc/PID}. */
public record ProcessClock(long pid) {

  private static final double TICKS_PER_SECOND = 100;
  private static final int USER_TIME = 11;
  private static final int PAGE_KIB = 4;

  /** This process. */
  public static ProcessClock own() {
    return new ProcessClock(ProcessHandle.current().pid());
  }

  /** Seconds of processor time of all its threads so far, user and system. */
  public double cpuSeconds() {
    String stat = read("stat");
    // The name in parentheses may hold anything; the fields are counted from behind it.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[USER_TIME + 1]))
        / TICKS_PER_SECOND;
  }

  /** Resident memory, in KiB. */
  public long residentKib() {
    return Long.parseLong(read("statm").split(" ")[1]) * PAGE_KIB;
  }

  private String read(String file) {
    try {
      return Files.readString(Path.of("/proc", Long.toString(pid), file));
    } catch (IOException gone) {
      throw new UncheckedIOException("the subject's process has ended", gone);
    }
  }
}
