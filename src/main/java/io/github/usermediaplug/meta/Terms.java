package io.github.usermediaplug.meta;

import io.github.usermediaplug.limit.LimitLog;
import io.github.usermediaplug.limit.WorkBudgets;
import io.github.usermediaplug.socket.Backlogs;
import java.time.Duration;

/**
 * What holds for every connection at this door.
 *
 * @param textLimit the largest text, in bytes of UTF-8
 * @param rate texts a second
 * @param burst texts at once
 * @param unfinished what texts that are not whole yet may take together
 * @param requests what whole ones may take while they wait
 * @param replies what may wait to be read by clients
 * @param pushes what may wait to be read by clients that other clients have caused
 * @param budgets what each user's messages may cost beyond one each
 * @param ratesMet told of connections that are closed for the rate
 */
record Terms(
    long textLimit,
    int rate,
    int burst,
    Duration pingInterval,
    Duration messageTimeout,
    Duration stallTimeout,
    Backlogs unfinished,
    Backlogs requests,
    Backlogs replies,
    Backlogs pushes,
    WorkBudgets budgets,
    LimitLog ratesMet) {}
