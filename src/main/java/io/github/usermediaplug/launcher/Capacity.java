package io.github.usermediaplug.launcher;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How many connections a process can hold: each takes heap and one open file. */
final class Capacity {

  /** Twice what an idle user takes; the other half of the heap is for what users send. */
  private static final long HEAP_PER_CONNECTION = 128 << 10;

  private static final long FILES_FOR_ALL_ELSE = 256;
  private static final int AT_LEAST = 64;

  private Capacity() {}

  static int ofThisProcess() {
    long files =
        ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
            ? system.getMaxFileDescriptorCount()
            : Long.MAX_VALUE;
    return connections(Runtime.getRuntime().maxMemory(), files);
  }

  static int connections(long heap, long files) {
    long fitting = Math.min(heap / HEAP_PER_CONNECTION, files - FILES_FOR_ALL_ELSE);
    return (int) Math.max(AT_LEAST, Math.min(fitting, Integer.MAX_VALUE));
  }
}
