package io.github.usermediaplug.media;

import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.socket.MemoryBudget;
import java.time.Duration;

/**
 * What holds for every bridge.
 *
 * @param backlogs what is kept on its way, on account of the user that sent it
 * @param window what a sender may have outstanding, in bytes
 * @param grace how long a user may be gone
 */
record Terms(Threads threads, MemoryBudget backlogs, long window, Duration grace) {}
