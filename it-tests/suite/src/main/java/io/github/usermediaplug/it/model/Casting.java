package io.github.usermediaplug.it.model;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who plays a step: mostly two of whom it is likely to change something, since chance alone would
 * seldom find them; sometimes two of whom something ended not long ago; sometimes anybody.
 */
final class Casting {
  private static final Set<Op> BETWEEN_TWO =
      EnumSet.of(
          Op.CALL, Op.CANCEL, Op.ACCEPT, Op.REJECT, Op.UNPAIR, Op.SIGNAL, Op.TICKET, Op.JOIN);

  private final List<Person> people;
  private final Calls calls;

  Casting(List<Person> people, Calls calls) {
    this.people = people;
    this.calls = calls;
  }

  Two of(Step step) {
    if (step.oneIn(5)) {
      return anyTwo(step);
    }
    List<Two> fitting = fitting(step).toList();
    if (BETWEEN_TWO.contains(step.op()) && (fitting.isEmpty() || step.oneIn(7))) {
      fitting = calls.lately().stream().flatMap(Two::bothWays).toList();
    }
    return fitting.isEmpty() ? anyTwo(step) : step.any(fitting);
  }

  private Two anyTwo(Step step) {
    return new Two(people.get(step.who()), people.get(step.whom()));
  }

  private Stream<Two> fitting(Step step) {
    return switch (step.op()) {
      case CALL -> apart();
      case CANCEL -> ringing();
      case ACCEPT, REJECT -> ringing().map(Two::swapped);
      case DISCONNECT, RESUME ->
          step.oneIn(2) ? ringing().flatMap(Two::bothWays) : paired(end -> true);
      case UNPAIR, TICKET -> paired(end -> true);
      case JOIN -> paired(end -> end.media.isEmpty() || step.oneIn(6));
      case JOIN_WRONGLY, SAY -> paired(end -> end.open);
      case DROP -> paired(end -> end.media.isPresent());
      case SPEAK_EARLY -> paired(end -> end.media.isPresent() && !end.open);
      default -> Stream.of();
    };
  }

  /** The first rings the second. */
  private Stream<Two> ringing() {
    return calls.rings().stream().map(ring -> new Two(ring.caller(), ring.callee()));
  }

  /** The first could ring the second. */
  private Stream<Two> apart() {
    return people.stream()
        .filter(user -> user.isRegistered() && user.line().isPresent())
        .flatMap(user -> people.stream().map(peer -> new Two(user, peer)))
        .filter(two -> two.peer().isOnline() && two.user() != two.peer())
        .filter(two -> calls.pair(two.user(), two.peer()).isEmpty());
  }

  /** The first has such an end of their pair. */
  private Stream<Two> paired(Predicate<Pairing.End> fits) {
    return calls.pairs().stream()
        .flatMap(
            pair ->
                pair.ends().stream()
                    .filter(fits)
                    .map(end -> new Two(end.person(), pair.other(end).person())));
  }
}
