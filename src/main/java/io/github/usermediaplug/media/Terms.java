package io.github.usermediaplug.media;

import io.github.usermediaplug.exchange.Threads;
import io.github.usermediaplug.socket.Backlogs;
import java.time.Duration;

/**
 * What holds for every bridge.
 *
 * @param window what a sender may have outstanding, in bytes
 * @param grace how long a user may be gone
 * @param makeRoom ends the pair for which most is kept longest; called with no lock held
 */
record Terms(Threads threads, Backlogs backlogs, long window, Duration grace, Runnable makeRoom) {}
