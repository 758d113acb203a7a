package io.github.usermediaplug.identity;

/**
 * Decides whether a connection is whom it says it is. Exists so that a host application can bring
 * its own users: with {@code @Alternative @Priority} its bean takes the place of the configured
 * one.
 *
 * <p>Called in a container's thread, for each {@code whoami} of a connection until one is accepted
 * or twenty are not; it must not wait for anything without a bound, nor at all on a WildFly whose
 * readers handle messages ({@code dispatch-to-worker}), and must be safe for threads. Where it
 * throws, the client gets {@code server-error} and stays a stranger.
 */
public interface Identity {

  /** Judges a claim. One that cannot be judged is {@link Verdict#REFUSED}, and so is no verdict. */
  Verdict judge(Claim claim);

  /** The mode's name, for the log at start. */
  String mode();

  /** Whether the users are proven, so that one user may have several connections. */
  boolean proves();
}
