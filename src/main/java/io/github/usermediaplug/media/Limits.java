package io.github.usermediaplug.media;

import io.github.usermediaplug.socket.MemoryBudget;
import java.time.Duration;

/**
 * What every connection at this door is held to.
 *
 * @param message the largest message, in bytes
 * @param rate small messages a second
 * @param burst small messages at once
 * @param messageTimeout how long a message may take from its first part to its last
 * @param stallTimeout how long a receiver may take nothing
 * @param unfinished what messages that are not whole yet may take together
 * @param unfinishedOfStrangers the same of connections that have not joined
 */
record Limits(
    long message,
    int rate,
    int burst,
    Duration messageTimeout,
    Duration pingInterval,
    Duration stallTimeout,
    MemoryBudget unfinished,
    MemoryBudget unfinishedOfStrangers) {}
