package io.github.usermediaplug.identity;

import java.security.Principal;
import java.util.Optional;

/**
 * What a connection says, and what is known of it.
 *
 * @param user the user it wants to be
 * @param principal the container's authenticated caller, where there is one
 * @param token what the {@code whoami} carried as proof
 */
public record Claim(String user, Optional<Principal> principal, Optional<String> token) {

  /** Never shows the token. */
  @Override
  public String toString() {
    return "Claim[user=" + user + ", principal=" + principal + "]";
  }
}
