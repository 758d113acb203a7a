package io.github.usermediaplug.bench.scenario;

import io.github.usermediaplug.bench.attack.Attack;
import io.github.usermediaplug.bench.attack.Stage;
import io.github.usermediaplug.bench.load.Reactor;
import io.github.usermediaplug.bench.measure.CostMeter;
import io.github.usermediaplug.bench.measure.Heap;
import io.github.usermediaplug.bench.subject.Role;
import io.github.usermediaplug.bench.subject.Running;
import io.github.usermediaplug.bench.subject.Subject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * (h): what honest users feel of an attack. They are measured without it, then beside it, in one
 * process of the product with its default limits.
 */
public record Attacked(Attack attack) implements Scenario {

  /** With which shares of the heap the sizes of the attacks are more than the product has. */
  private static final String[] FLAGS = {"-Xms512m", "-Xmx512m", "-XX:+AlwaysPreTouch"};

  private static final double SETUP_SECONDS = 8;

  /** What is under way at the end of a window may take so long yet. */
  private static final double GRACE_SECONDS = 12;

  /** For everything of the attackers' to be over: a pair outlives its connections by ten. */
  private static final double AFTERMATH_SECONDS = 15;

  private static final double SLICE_SECONDS = 0.02;

  @Override
  public String id() {
    return "h";
  }

  @Override
  public String title() {
    return "honest users beside attack " + label();
  }

  @Override
  public boolean suits(Subject subject) {
    return subject.role() == Role.PRODUCT;
  }

  @Override
  public double nominalSeconds(Subject subject, Pace pace) {
    return SETUP_SECONDS
        + 3 * PacedLoad.settlingSeconds(pace)
        + 2 * PacedLoad.measuredSeconds(pace)
        + AFTERMATH_SECONDS;
  }

  @Override
  public void measure(Trial trial) throws IOException {
    Path store = trial.newStore();
    UserFile.write(store, attack.users());
    try (Running subject = trial.startWithDefaults(store, attack.settings(), FLAGS);
        Reactor reactor = new Reactor()) {
      measure(trial, subject, reactor);
    } catch (IllegalStateException broken) {
      throw new IllegalStateException(label() + ": " + broken.getMessage(), broken);
    }
  }

  private void measure(Trial trial, Running subject, Reactor reactor) throws IOException {
    HonestLoad honest = HonestLoad.enter(reactor, subject);
    honest.warmUp(trial.pace());
    int lostBefore = honest.calls().lost();
    HonestLoad.Window without = window(trial, subject, honest, "without");
    if (honest.calls().lost() - lostBefore + without.missing() + without.unanswered() > 0
        || !honest.endings().isEmpty()) {
      throw new IllegalStateException(
          "without the attack something went wrong: " + honest.calls().why() + honest.endings());
    }
    Heap heap = new Heap(subject.pid());
    double before = heap.liveKib() / 1024.0;
    int callsBefore = honest.calls().calls();

    Stage stage = new Stage(attack, subject, honest.calls());
    HonestLoad.Window beside;
    double seconds;
    try (stage) {
      while (!stage.isReady()) {
        pump(reactor, SLICE_SECONDS);
      }
      long begun = System.nanoTime();
      stage.begin(
          PacedLoad.settlingSeconds(trial.pace())
              + PacedLoad.measuredSeconds(trial.pace())
              + 2 * GRACE_SECONDS);
      honest.settle(trial.pace());
      beside = window(trial, subject, honest, "beside");
      seconds = (System.nanoTime() - begun) / 1e9;
    }
    stage.check();
    pump(reactor, AFTERMATH_SECONDS);

    compare(trial, "media p50", without.media(), beside.media(), 50);
    compare(trial, "media p99", without.media(), beside.media(), 99);
    compare(trial, "reply p99", without.replies(), beside.replies(), 99);
    compare(trial, "change p99", without.changes(), beside.changes(), 99);
    figure(trial, "media not delivered", "messages", beside.missing());
    figure(trial, "not answered", "messages", beside.unanswered());
    figure(trial, "calls", "calls", honest.calls().calls() - callsBefore);
    figure(trial, "calls lost", "calls", honest.calls().lost() - lostBefore);
    List<String> endings = new ArrayList<>(honest.endings());
    endings.addAll(stage.victimsEndings());
    figure(trial, "connections closed", "connections", endings.size());
    figure(trial, "attack", "messages/s", stage.sentMessages() / seconds);
    figure(trial, "attackers closed", "connections", stage.closedLines());
    String why = honest.calls().why();
    if (!why.isEmpty() || !endings.isEmpty()) {
      trial.note("what went wrong first", why + endings.stream().limit(1).toList());
    }
    double after = heap.liveKib() / 1024.0;
    figure(trial, "live heap before", "MiB", before);
    figure(trial, "live heap after", "MiB", after);
    figure(trial, "live heap ratio", "×", after / before);
  }

  private HonestLoad.Window window(Trial trial, Running subject, HonestLoad honest, String when) {
    CostMeter meter = new CostMeter(subject.pid());
    HonestLoad.Window window = honest.measure(trial.pace());
    trial.spent(label() + ", " + when, meter.stop());
    return window;
  }

  private void compare(
      Trial trial, String what, Histogram without, Histogram beside, double percentile) {
    double one = without.getValueAtPercentile(percentile) / 1e6;
    double other = beside.getValueAtPercentile(percentile) / 1e6;
    figure(trial, what + " without", "ms", one);
    figure(trial, what + " beside", "ms", other);
    figure(trial, what + " ratio", "×", other / one);
  }

  private void figure(Trial trial, String what, String unit, double value) {
    trial.figure(label() + ": " + what, unit, value);
  }

  private String label() {
    return attack.row() + " " + attack.name();
  }

  private static void pump(Reactor reactor, double seconds) {
    reactor.pumpTo(System.nanoTime() + (long) (seconds * 1e9));
  }
}
