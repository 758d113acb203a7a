package io.github.usermediaplug.identity.token;

import io.github.usermediaplug.config.BuiltIn;
import io.github.usermediaplug.config.Configuration;
import io.github.usermediaplug.identity.Claim;
import io.github.usermediaplug.identity.Identity;
import io.github.usermediaplug.identity.Verdict;
import io.github.usermediaplug.log.Quoted;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/**
 * Who has a good token is the user that its {@code sub} names. Why a token was refused is for the
 * operator's log alone, at FINE and without the token; a client hears the same in every case.
 */
@BuiltIn("token")
@Dependent
public class TokenIdentity implements Identity {

  private static final Logger LOG = Logger.getLogger(TokenIdentity.class.getName());

  private final TokenCheck check;

  /**
   * Reads the key and the rules.
   *
   * @throws io.github.usermediaplug.config.InvalidSetting where there is no key, or one that does
   *     not fit the algorithm
   */
  @Inject
  public TokenIdentity(Configuration configuration) {
    this.check = TokenCheck.configured(configuration);
  }

  @Override
  public Verdict judge(Claim claim) {
    try {
      check.proves(claim.user(), claim.token());
      return Verdict.ACCEPTED;
    } catch (BadToken bad) {
      LOG.fine(
          () -> "No token proves the user " + Quoted.of(claim.user()) + ": " + bad.getMessage());
      return Verdict.REFUSED;
    }
  }

  @Override
  public String mode() {
    return "token";
  }

  @Override
  public boolean proves() {
    return true;
  }
}
