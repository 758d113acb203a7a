package io.github.usermediaplug.it.model;

import io.github.usermediaplug.it.client.Message;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A pair that lasts, as the model knows it. */
final class Pairing {
  /** One user's end. */
  static final class End {
    private final Person person;
    private final Deque<String> tickets = new ArrayDeque<>();
    private String used = "";
    final List<Message> kept = new ArrayList<>();
    Optional<Line> media = Optional.empty();

    /** Whether it was told `pair` on this line. */
    boolean open;

    /** Nobody could be told that its media was lost, so it is not known when the server saw it. */
    boolean unseen;

    boolean absent;
    Optional<Clocks.Clock> grace = Optional.empty();
    Optional<Clocks.Clock> rejoin = Optional.empty();

    End(Person person) {
      this.person = person;
    }

    Person person() {
      return person;
    }

    /** A fifth ticket pushes the first out. */
    void got(String ticket) {
      if (tickets.size() == 4) {
        tickets.remove();
      }
      tickets.add(ticket);
    }

    Optional<String> useTicket() {
      if (!tickets.isEmpty()) {
        used = tickets.removeLast();
        return Optional.of(used);
      }
      return Optional.empty();
    }

    /** One that is good no more, which is certain once the join it was used for was answered. */
    Optional<String> usedTicket() {
      return open ? Optional.of(used) : Optional.empty();
    }
  }

  private final End caller;
  private final End callee;
  String id = "";
  Optional<Clocks.Clock> joining = Optional.empty();

  Pairing(Person caller, Person callee) {
    this.caller = new End(caller);
    this.callee = new End(callee);
  }

  boolean isOf(Person person) {
    return caller.person() == person || callee.person() == person;
  }

  boolean isOf(Person one, Person other) {
    return one != other && isOf(one) && isOf(other);
  }

  End end(Person person) {
    return caller.person() == person ? caller : callee;
  }

  End other(End end) {
    return end == caller ? callee : caller;
  }

  List<End> ends() {
    return List.of(caller, callee);
  }
}
