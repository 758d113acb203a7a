package io.github.usermediaplug.bench.scenario;

import io.github.usermediaplug.bench.load.Meter;
import io.github.usermediaplug.bench.load.Reactor;
import io.github.usermediaplug.bench.subject.Role;
import io.github.usermediaplug.bench.subject.Running;
import io.github.usermediaplug.bench.subject.Subject;
import io.github.usermediaplug.bench.talk.ChangeLoop;
import io.github.usermediaplug.bench.talk.FirstAnswer;
import java.io.IOException;
import java.nio.file.Path;

/** (f): durable changes a second over the wire, and how long it takes to start with many users. */
public final class Store implements Scenario {

  private static final int[] WRITERS = {1, 64};
  private static final int STORED = 10_000;
  private static final int HARDLY_ANY = 10;

  @Override
  public String id() {
    return "f";
  }

  @Override
  public String title() {
    return "durable changes, start-up with many users";
  }

  @Override
  public boolean suits(Subject subject) {
    return subject.role() == Role.PRODUCT;
  }

  @Override
  public double nominalSeconds(Subject subject, Pace pace) {
    double loads = WRITERS.length * (pace.warmUpSeconds() + pace.measuredSeconds());
    return loads + pace.startUsers().size() * (2 * subject.startSeconds() + 5);
  }

  @Override
  public void measure(Trial trial) throws IOException {
    Path store = trial.newStore();
    UserFile.write(store, STORED);
    try (Running subject = trial.start(store)) {
      for (int writers : WRITERS) {
        changes(trial, subject, writers);
      }
    }
    startUp(trial, HARDLY_ANY);
    for (int users : trial.pace().startUsers()) {
      startUp(trial, users);
    }
  }

  private static void changes(Trial trial, Running subject, int writers) throws IOException {
    try (Reactor reactor = new Reactor()) {
      Meter meter = new Meter();
      ChangeLoop.start(reactor, subject, writers, meter);
      Course course = Course.run(reactor, subject.pid(), trial.pace(), meter::messages, () -> {});
      trial.course("changes by " + writers, "1/s", course);
    }
  }

  /** Twice: the first time it may bring a file in the seed's form into a form of its own. */
  private static void startUp(Trial trial, int users) throws IOException {
    Path store = trial.newStore();
    UserFile.write(store, users);
    trial.figure("first start with " + users, "s", secondsToAnswer(trial, store));
    trial.figure("start with " + users, "s", secondsToAnswer(trial, store));
  }

  private static double secondsToAnswer(Trial trial, Path store) throws IOException {
    long begun = System.nanoTime();
    try (Running subject = trial.start(store);
        Reactor reactor = new Reactor()) {
      FirstAnswer.await(reactor, subject, UserFile.name(0));
      return (System.nanoTime() - begun) / 1e9;
    }
  }
}
