package io.github.usermediaplug.it.model;

import io.github.usermediaplug.it.client.Exchange;
import io.github.usermediaplug.it.client.Json;
import io.github.usermediaplug.it.client.Message;
import io.github.usermediaplug.it.client.Transcript;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** One script, played on a server and on the model at once. */
final class Play {
  /** The step took so long that a time may have run out meanwhile: nothing can be said. */
  static final class TooSlow extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooSlow(Throwable meanwhile) {
      super(meanwhile);
    }
  }

  private static final List<String> STATUSES =
      List.of("online", "away", "busy", "online", "away", "offline");
  private static final List<String> BAD_JOINS =
      List.of("", "", "join", "", "{\"type\":\"join\",\"user\":\"a\"}");

  private final World world;
  private final Calls calls;
  private final Talks talks;
  private final Lines lines;
  private final Rosters rosters;
  private final Casting casting;
  private int said;

  Play(Exchange exchange, Duration time, int users) {
    world = new World(exchange, time, users);
    calls = new Calls(world);
    talks = new Talks(world, calls);
    lines = new Lines(world, calls);
    rosters = new Rosters(world);
    casting = new Casting(world.people(), calls);
  }

  /** Plays it to its end, when all have gone; gives why each pair ended. */
  Map<String, String> play(List<Step> script) {
    try {
      enter();
      for (int i = 0; i < script.size(); i++) {
        Transcript.note("step " + i + ": " + script.get(i));
        step(script.get(i));
      }
      leave();
      return calls.ended();
    } finally {
      world.hangUp();
    }
  }

  private void enter() {
    Person witness = world.witness();
    lines.connect(witness, false);
    rosters.register(witness, List.of());
    world.settle();
    for (Person user : world.people()) {
      lines.connect(user, false);
      if (user != world.people().get(0)) {
        rosters.register(user, names());
        status(user, "online");
      }
      world.settle();
    }
  }

  private List<String> names() {
    return world.people().stream().map(Person::name).toList();
  }

  private void step(Step step) {
    if (world.clocks().isAt(50)) {
      world.clocks().runOut(world::settle);
    }
    try {
      play(step);
      world.settle();
      world.isQuiet();
    } catch (Line.Missing e) {
      throw e;
    } catch (AssertionError e) {
      throwIfTooSlow(e);
      throw e;
    }
    throwIfTooSlow(null);
  }

  private void throwIfTooSlow(Throwable meanwhile) {
    if (world.clocks().isAt(90)) {
      throw new TooSlow(meanwhile);
    }
  }

  private void play(Step step) {
    Two two = casting.of(step);
    Person user = two.user();
    Person peer = two.peer();
    switch (step.op()) {
      case CONNECT -> connect(step, user);
      case RESUME -> lines.resume(user);
      case CLAIM -> lines.claim(user);
      case STRANGER -> lines.stranger(user, step.oneIn(4));
      case DISCONNECT -> lines.disconnect(user, step.oneIn(2));
      case JOIN -> talks.join(user, peer);
      case JOIN_WRONGLY -> talks.joinWrongly(user, peer, step.any(BAD_JOINS));
      case SAY -> talks.say(user, peer, something(step));
      case DROP -> talks.drop(user, peer, step.oneIn(2));
      case SPEAK_EARLY -> talks.speakEarly(user, peer);
      case LURK -> talks.lurk(user);
      case WAIT -> await(user);
      default -> {
        if (user.line().isPresent()) {
          says(step, user, peer);
        }
      }
    }
  }

  /**
   * Until a line that begins to be silent now is closed: whatever was left running before has
   * struck by then.
   */
  private void await(Person user) {
    lines.stranger(user, true);
    world.clocks().runOut(world::settle);
  }

  /** Mostly to be seen at once. */
  private void connect(Step step, Person user) {
    boolean arrives = user.line().isEmpty();
    lines.connect(user, step.oneIn(2));
    if (arrives && !step.oneIn(4)) {
      status(user, "online");
    }
  }

  private void says(Step step, Person user, Person peer) {
    switch (step.op()) {
      case REGISTER -> rosters.register(user, some(step));
      case ADD_PEERS -> rosters.add(user, some(step));
      case DELETE_PEERS -> rosters.delete(user, some(step));
      case STATUS -> status(user, step.any(STATUSES));
      case ASK -> ask(step, user);
      case BURST -> burst(step, user);
      case NONSENSE -> step.any(Nonsense.ALL).saidBy(user);
      case CALL -> calls.call(user, peer);
      case CANCEL -> calls.cancel(user, peer);
      case ACCEPT -> calls.accept(user, peer);
      case REJECT -> calls.reject(user, peer);
      case UNPAIR -> calls.unpair(user, peer);
      case SIGNAL -> calls.signal(user, peer, "signal " + step.pick());
      case TICKET -> calls.ticket(user, peer);
      default -> throw new IllegalArgumentException(step.toString());
    }
  }

  private List<String> some(Step step) {
    return names().subList(0, step.pick() % (names().size() + 1));
  }

  private void status(Person user, String status) {
    var message = Json.of("type", "status", "user", user.name(), "status", status);
    if (user.isRegistered()) {
      world.succeeds(user, message);
      user.show(status);
      lines.tell(user, status);
    } else {
      world.refused(user, message, "unknown-user");
    }
  }

  private void ask(Step step, Person user) {
    if (step.oneIn(3)) {
      world.succeeds(user, Json.of("type", "whoami", "user", user.name()), "resume", user.resume());
    } else {
      rosters.ask(user, step.oneIn(2));
    }
  }

  /** Several at once, whose replies come in the order asked. */
  private void burst(Step step, Person user) {
    rosters.add(user, some(step));
    rosters.ask(user, false);
    step.any(Nonsense.ALL).saidBy(user);
    status(user, "busy " + step.pick());
    rosters.ask(user, true);
  }

  private Message something(Step step) {
    said++;
    return step.oneIn(2)
        ? Message.text("{\"said\":" + said + "}")
        : Message.binary(new byte[step.pick() % 5000 + said % 2]);
  }

  /** All hang up; the pairs that are left end when their grace is over. */
  private void leave() {
    for (Person user : world.people()) {
      lines.connect(user, false);
      rosters.register(user, List.of());
      world.settle();
      lines.disconnect(user, false);
      world.settle();
    }
    world.clocks().runOut(world::settle);
  }
}
