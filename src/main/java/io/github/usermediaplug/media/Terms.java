package io.github.usermediaplug.media;

import io.github.usermediaplug.exchange.Threads;
import java.time.Duration;

/**
 * What holds for every bridge.
 *
 * @param window what a sender may have outstanding, in bytes
 * @param grace how long a user may be gone
 * @param stall how long a user may take nothing
 */
record Terms(Threads threads, Backlogs backlogs, long window, Duration grace, Duration stall) {}
