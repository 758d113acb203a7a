package io.github.usermediaplug.it.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.Supplier;

/**
 * Holds the reading of a text to memory in proportion to its length. Bytes allocated are counted,
 * not time: they are the same on a busy machine. What takes time alone is the fuzzer's to notice.
 */
public final class Cost {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** The fuzzer's own instruments allocate too. */
  private static final long TO_BEGIN_WITH = 4 << 20;

  private static final long FOR_EACH_BYTE = 2000;

  private Cost() {}

  /** Does something with so many bytes of a client; again where the first time loaded classes. */
  public static <T> T inProportion(int bytes, Supplier<T> work) {
    long most = TO_BEGIN_WITH + FOR_EACH_BYTE * bytes;
    long before = allocated();
    T result = work.get();
    if (allocated() - before > most) {
      before = allocated();
      result = work.get();
      long again = allocated() - before;
      Expect.that(again <= most, () -> bytes + " bytes of input took " + again + " of memory");
    }
    return result;
  }

  private static long allocated() {
    return THREADS.getCurrentThreadAllocatedBytes();
  }
}
