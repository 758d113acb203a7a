package io.github.usermediaplug.bench;

import io.github.usermediaplug.bench.scenario.Starts;
import io.github.usermediaplug.bench.subject.Launch;
import io.github.usermediaplug.bench.subject.Ports;
import io.github.usermediaplug.bench.subject.Running;
import io.github.usermediaplug.bench.subject.Subject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts every subject the same way: the same flags for all in Java, settings for the product. */
final class Launches implements Starts {

  private static final String MANY = "1000000000";

  /**
   * The product's own defaults but for what guards it against a single user or address, which here
   * are all the load there is, and for how long a receiver may be stalled, which has to last for as
   * long as (g) measures.
   */
  static final Map<String, String> SETTINGS =
      Map.of(
          "USER_MEDIA_PLUG_USERS",
          MANY,
          "USER_MEDIA_PLUG_USERS_MEMORY",
          "1024MiB",
          "USER_MEDIA_PLUG_MESSAGE_RATE",
          MANY,
          "USER_MEDIA_PLUG_MESSAGE_BURST",
          MANY,
          "USER_MEDIA_PLUG_MEDIA_RATE",
          MANY,
          "USER_MEDIA_PLUG_MEDIA_BURST",
          MANY,
          "USER_MEDIA_PLUG_CONNECTIONS",
          "1000000",
          "USER_MEDIA_PLUG_CONNECTIONS_PER_ADDRESS",
          "0",
          "USER_MEDIA_PLUG_UNIDENTIFIED_CONNECTIONS",
          "0",
          "USER_MEDIA_PLUG_STALL_TIMEOUT",
          "2m");

  private final Path work;
  private final List<String> jvm;
  private final Path recordings;
  private int count;

  /**
   * Starts in this directory.
   *
   * @param recordings where flight recordings go; none where it is null
   */
  Launches(Path work, List<String> jvm, Path recordings) {
    this.work = work;
    this.recordings = recordings;
    this.jvm = new ArrayList<>(jvm);
    if (recordings != null) {
      this.jvm.add("-XX:StartFlightRecording=settings=profile");
    }
  }

  @Override
  public Running start(Subject subject, Path store, String... flags) throws IOException {
    return start(subject, store, SETTINGS, flags);
  }

  @Override
  public Running startWithDefaults(
      Subject subject, Path store, Map<String, String> settings, String... flags)
      throws IOException {
    return start(subject, store, settings, flags);
  }

  private Running start(Subject subject, Path store, Map<String, String> settings, String... flags)
      throws IOException {
    Path directory = Files.createDirectories(work.resolve("run-" + count++));
    Map<String, String> environment = new HashMap<>(settings);
    environment.put("USER_MEDIA_PLUG_STORE_FILE", store.toString());
    List<String> all = new ArrayList<>(List.of(flags));
    // Payara's launcher takes the first of two heaps for one bound and the last for the other.
    jvm.stream()
        .filter(flag -> all.stream().noneMatch(own -> own.startsWith(flag.substring(0, 4))))
        .forEach(all::add);
    return Running.start(
        subject, new Launch(directory, Ports.free(), all, recording(subject), environment));
  }

  @Override
  public Path newStore() throws IOException {
    return Files.createDirectories(work.resolve("store-" + count++)).resolve("users.json");
  }

  private Path recording(Subject subject) {
    return recordings == null
        ? null
        : recordings.toAbsolutePath().resolve(count + "-" + subject.name() + ".jfr");
  }
}
