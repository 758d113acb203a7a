package io.github.usermediaplug.it.client;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Tries to tell two cases apart by how long an answer takes. Half of the tries, drawn at random,
 * are of either case; on the first half of them the best threshold is found, and on the second half
 * it guesses. Who guesses by chance is right as often as a coin.
 */
public final class Guesses {
  /** The chance that a test fails though nothing can be told, for all its questions together. */
  private static final double ALPHA = 0.001;

  private record Sample(boolean present, long nanos) {}

  /** Asks in one of the two cases, and gives back how long the answer took, in nanoseconds. */
  @FunctionalInterface
  public interface Question {
    long ask(boolean present);
  }

  private Guesses() {}

  /** How often each kind of question is asked: half of these teach, half are guesses. */
  public static int count() {
    return Integer.getInteger("guesses", 100);
  }

  /** How long this takes, in nanoseconds. */
  public static long time(Runnable action) {
    long begun = System.nanoTime();
    action.run();
    return System.nanoTime() - begun;
  }

  /**
   * Fails if guesses are better than chance.
   *
   * @param questions how many kinds of question the test has; it may fail by chance at any
   */
  public static void areNoBetterThanChance(int questions, Question question) {
    Random random = new Random();
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < count(); i++) {
      boolean present = random.nextBoolean();
      samples.add(new Sample(present, question.ask(present)));
    }
    List<Sample> training = samples.subList(0, count() / 2);
    List<Sample> rest = samples.subList(count() / 2, samples.size());
    long threshold = threshold(training);
    boolean longerIfPresent = right(training, threshold) * 2 >= training.size();
    int right = right(rest, threshold);
    int guessed = longerIfPresent ? right : rest.size() - right;
    double chance = chanceOfAtLeast(guessed, rest.size());
    Transcript.note(guessed + " of " + rest.size() + " guesses are right");
    assertTrue(
        chance > ALPHA / questions,
        () -> "%d of %d guesses are right: %s".formatted(guessed, rest.size(), samples));
  }

  /** The one that is right, or wrong, most often. */
  private static long threshold(List<Sample> training) {
    long best = 0;
    int most = -1;
    for (Sample each : training) {
      int right = right(training, each.nanos());
      int told = Math.max(right, training.size() - right);
      if (told > most) {
        most = told;
        best = each.nanos();
      }
    }
    return best;
  }

  private static int right(List<Sample> samples, long threshold) {
    return (int) samples.stream().filter(one -> one.nanos() >= threshold == one.present()).count();
  }

  /** That a coin is right so often or more. */
  static double chanceOfAtLeast(int right, int guesses) {
    double sum = 0;
    double logOfOne = -guesses * Math.log(2); // of "right" being 0
    for (int k = 0; k <= guesses; k++) {
      if (k >= right) {
        sum += Math.exp(logOfOne);
      }
      logOfOne += Math.log(guesses - k) - Math.log(k + 1);
    }
    return sum;
  }
}
