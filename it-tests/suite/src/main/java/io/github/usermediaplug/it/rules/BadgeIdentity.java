package io.github.usermediaplug.it.rules;

import io.github.usermediaplug.identity.Claim;
import io.github.usermediaplug.identity.Identity;
import io.github.usermediaplug.identity.Verdict;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.interceptor.Interceptor;

/** A host's own proof: the token is the badge of the user. */
@Alternative
@Priority(Interceptor.Priority.APPLICATION)
@ApplicationScoped
public class BadgeIdentity implements Identity {
  @Override
  public Verdict judge(Claim claim) {
    if (claim.user().startsWith("broken")) {
      throw new IllegalStateException("the directory does not answer");
    }
    if (claim.user().startsWith("undecided")) {
      return null;
    }
    return claim.token().filter(token -> token.equals(badge(claim.user()))).isPresent()
        ? Verdict.ACCEPTED
        : Verdict.REFUSED;
  }

  static String badge(String user) {
    return "badge of " + user;
  }

  @Override
  public String mode() {
    return "badge";
  }

  @Override
  public boolean proves() {
    return true;
  }
}
