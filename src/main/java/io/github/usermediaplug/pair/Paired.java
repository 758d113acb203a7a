package io.github.usermediaplug.pair;

/**
 * CDI event: a pair begins. Fired once for each pair, to every observer, before either user is told
 * to connect. Observers run one after another in a thread of this deployment; a slow one delays the
 * beginnings and ends of pairs and nothing else, and one that throws is logged and passed over.
 * Both kinds are served, {@code @Observes} and {@code @ObservesAsync}; there is no {@code
 * EventMetadata}.
 *
 * @param pair which two users
 */
public record Paired(Pair pair) {}
