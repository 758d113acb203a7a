package io.github.usermediaplug.call;

import io.github.usermediaplug.policy.Discretion;
import io.github.usermediaplug.roster.Roster;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Finds out what must be known before a call, outside any turn. All of it in every case and in the
 * same order, whatever the first answers are: what it takes tells a refused caller nothing. Has no
 * state of its own.
 */
@Dependent
public class Inquiries {

  private final Roster roster;
  private final Discretion discretion;

  /** Inquiries of these users, under this policy. */
  @Inject
  public Inquiries(Roster roster, Discretion discretion) {
    this.roster = roster;
    this.discretion = discretion;
  }

  /** About a call. */
  public CompletionStage<Inquiry> of(String caller, String callee) {
    return isKnown(caller)
        .thenCompose(
            callerKnown ->
                isKnown(callee)
                    .thenCompose(
                        calleeKnown ->
                            discretion
                                .mayCall(caller, callee)
                                .thenApply(
                                    allowed -> new Inquiry(callerKnown, calleeKnown, allowed))));
  }

  private CompletionStage<Boolean> isKnown(String user) {
    return roster.peers(user).thenApply(Optional::isPresent);
  }
}
