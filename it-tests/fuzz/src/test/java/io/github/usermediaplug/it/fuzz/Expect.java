package io.github.usermediaplug.it.fuzz;

import java.util.Objects;
import java.util.function.Supplier;

/** What a fuzzed property says; the fuzzer takes anything thrown for a find. */
public final class Expect {
  private Expect() {}

  /** Both are the same. */
  public static void equal(Object expected, Object actual, Supplier<String> where) {
    if (!Objects.equals(expected, actual)) {
      throw new AssertionError("expected " + expected + ", not " + actual + ": " + where.get());
    }
  }

  /** It is so. */
  public static void that(boolean truth, Supplier<String> what) {
    if (!truth) {
      throw new AssertionError(what.get());
    }
  }
}
