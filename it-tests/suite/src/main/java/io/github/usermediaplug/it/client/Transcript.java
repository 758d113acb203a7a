package io.github.usermediaplug.it.client;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;

/**
 * What was said on every line of the running test, in the order it was seen here; a test that fails
 * shows it. Static, because one test runs at a time and lines of all its users belong in one list:
 * a race is read across them.
 */
public final class Transcript implements BeforeEachCallback, TestExecutionExceptionHandler {
  private static final int LINES = 500;
  private static final int WIDTH = 240;
  private static final Deque<String> SAID = new ArrayDeque<>();

  static void add(String who, String direction, Object what) {
    String text = who + " " + direction + " " + what;
    String line = text.length() <= WIDTH ? text : text.substring(0, WIDTH) + "… " + text.length();
    synchronized (SAID) {
      if (SAID.size() == LINES) {
        SAID.removeFirst();
      }
      SAID.addLast(line);
    }
  }

  /** Notes what a transcript of messages can't tell, such as the seed of a random test. */
  public static void note(String text) {
    add("--", "", text);
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    synchronized (SAID) {
      SAID.clear();
    }
  }

  @Override
  public void handleTestExecutionException(ExtensionContext context, Throwable failure) {
    throw new AssertionError(failure + "\n" + text() + "\nafter which: " + failure, failure);
  }

  private static String text() {
    synchronized (SAID) {
      return "Said in this test (the last "
          + SAID.size()
          + " lines):\n  "
          + String.join("\n  ", SAID);
    }
  }
}
