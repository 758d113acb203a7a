package io.github.usermediaplug.pair;

import io.github.usermediaplug.log.Quoted;
import java.time.Instant;

/**
 * Two users who may talk, from one moment on.
 *
 * @param id names this pair and no other, before or after
 * @param caller the one who called, or the first named where a host paired them
 * @param callee the one who accepted
 * @param began when, by the server's clock
 */
public record Pair(String id, String caller, String callee, Instant began) {

  /** Whether the user is one of the two. */
  public boolean has(String user) {
    return caller.equals(user) || callee.equals(user);
  }

  /** The other of the two. */
  public String other(String user) {
    return caller.equals(user) ? callee : caller;
  }

  /** For the log. */
  @Override
  public String toString() {
    return "pair %s of %s and %s".formatted(id, Quoted.of(caller), Quoted.of(callee));
  }
}
