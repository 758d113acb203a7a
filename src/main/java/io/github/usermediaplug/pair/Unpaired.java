package io.github.usermediaplug.pair;

import java.time.Instant;

/**
 * CDI event: a pair has ended. Fired once for each pair, after all observers of its {@link Paired}
 * have returned, under the same rules.
 *
 * @param pair which two users
 * @param reason what ended it
 * @param ended when, by the server's clock
 */
public record Unpaired(Pair pair, UnpairReason reason, Instant ended) {}
