package io.github.usermediaplug.identity.principal;

import io.github.usermediaplug.config.BuiltIn;
import io.github.usermediaplug.identity.Claim;
import io.github.usermediaplug.identity.Identity;
import io.github.usermediaplug.identity.Verdict;
import jakarta.enterprise.context.Dependent;
import java.security.Principal;

/** Who logged in to the server is that user, by the very name the server knows, and nobody else. */
@BuiltIn("principal")
@Dependent
public class PrincipalIdentity implements Identity {

  @Override
  public Verdict judge(Claim claim) {
    return claim.principal().map(Principal::getName).filter(claim.user()::equals).isPresent()
        ? Verdict.ACCEPTED
        : Verdict.REFUSED;
  }

  @Override
  public String mode() {
    return "principal";
  }

  @Override
  public boolean proves() {
    return true;
  }
}
