package io.github.usermediaplug.ear.web;

import io.github.usermediaplug.ear.PairBegan;
import io.github.usermediaplug.ear.PairEnded;
import io.github.usermediaplug.pair.Paired;
import io.github.usermediaplug.pair.Unpaired;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Says again, in classes that all modules see, what the plug says in its own. */
@ApplicationScoped
public class PairEvents {

  @Inject private Event<PairBegan> beginnings;
  @Inject private Event<PairEnded> ends;

  void began(@Observes Paired event) {
    var pair = event.pair();
    beginnings.fire(new PairBegan(pair.id(), pair.caller(), pair.callee()));
  }

  void ended(@Observes Unpaired event) {
    ends.fire(new PairEnded(event.pair().id(), event.reason().code()));
  }
}
