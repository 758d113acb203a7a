package io.github.usermediaplug.bench.scenario;

import io.github.usermediaplug.bench.subject.Role;
import io.github.usermediaplug.bench.subject.Running;
import io.github.usermediaplug.bench.subject.Subject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;

/** (f), on the store itself: durable changes a second with nothing on the wire. */
public final class StoreInside implements Scenario {

  private static final int[] WRITERS = {1, 64};
  private static final int STORED = 10_000;

  @Override
  public String id() {
    return "f";
  }

  @Override
  public String title() {
    return "durable changes, on the store itself";
  }

  @Override
  public boolean suits(Subject subject) {
    return subject.role() == Role.STORE;
  }

  @Override
  public double nominalSeconds(Subject subject, Pace pace) {
    return WRITERS.length * (pace.warmUpSeconds() + pace.measuredSeconds());
  }

  @Override
  public void measure(Trial trial) throws IOException {
    Path store = trial.newStore();
    UserFile.write(store, STORED);
    try (Running subject = trial.start(store)) {
      for (int writers : WRITERS) {
        trial.figure("changes by " + writers, "1/s", changes(subject, writers, trial.pace()));
      }
    }
  }

  private static double changes(Running subject, int writers, Pace pace) throws IOException {
    URI load =
        URI.create(
            "http://127.0.0.1:%d%s/store-load?writers=%d&warm-up=%s&measured=%s"
                .formatted(
                    subject.port(),
                    subject.subject().context(),
                    writers,
                    pace.warmUpSeconds(),
                    pace.measuredSeconds()));
    try {
      return Double.parseDouble(
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(load).build(), BodyHandlers.ofString())
              .body());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException(interrupted);
    }
  }
}
