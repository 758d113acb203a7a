package io.github.usermediaplug.media;

import io.github.usermediaplug.socket.Backlogs;
import java.time.Duration;

/**
 * What every connection at this door is held to.
 *
 * @param message the largest message, in bytes
 * @param messageTimeout how long a message may take from its first part to its last
 * @param stallTimeout how long a receiver may take nothing
 * @param unfinished what messages that are not whole yet may take together
 */
record Limits(
    long message,
    Duration messageTimeout,
    Duration pingInterval,
    Duration stallTimeout,
    Backlogs unfinished) {}
