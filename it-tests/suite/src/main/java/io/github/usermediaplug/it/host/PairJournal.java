package io.github.usermediaplug.it.host;

import io.github.usermediaplug.it.client.Mailbox;
import io.github.usermediaplug.pair.Paired;
import io.github.usermediaplug.pair.Unpaired;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Stream;

/** What a host has for audit or billing: a record of every pair, by the events alone. */
@ApplicationScoped
public class PairJournal {
  private final Mailbox<Paired> beginnings = new Mailbox<>("the journal");
  private final Mailbox<Unpaired> ends = new Mailbox<>("the journal");

  void began(@Observes @Priority(HostileObserver.PRIORITY + 1) Paired event) {
    beginnings.put(event);
  }

  void ended(@Observes @Priority(HostileObserver.PRIORITY + 1) Unpaired event) {
    ends.put(event);
  }

  public Paired beginning(String pair) {
    return beginnings.take("the beginning of " + pair, event -> event.pair().id().equals(pair));
  }

  public Unpaired end(String pair) {
    return ends.take("the end of " + pair, event -> event.pair().id().equals(pair));
  }

  /** Events of this pair that were not looked at: more than there should be, if each was. */
  public List<Record> unread(String pair) {
    Stream<Paired> began =
        beginnings.unread().stream().filter(event -> event.pair().id().equals(pair));
    Stream<Unpaired> ended = ends.unread().stream().filter(event -> event.pair().id().equals(pair));
    return Stream.<Record>concat(began, ended).toList();
  }
}
