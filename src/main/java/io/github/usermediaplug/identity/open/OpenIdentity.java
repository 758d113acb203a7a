package io.github.usermediaplug.identity.open;

import io.github.usermediaplug.config.BuiltIn;
import io.github.usermediaplug.identity.Claim;
import io.github.usermediaplug.identity.Identity;
import io.github.usermediaplug.identity.Verdict;
import jakarta.enterprise.context.Dependent;

/**
 * Believes everybody: for a first try, and where something in front has already proven the user.
 */
@BuiltIn("open")
@Dependent
public class OpenIdentity implements Identity {

  @Override
  public Verdict judge(Claim claim) {
    return Verdict.ACCEPTED;
  }

  @Override
  public String mode() {
    return "open";
  }

  @Override
  public boolean proves() {
    return false;
  }
}
