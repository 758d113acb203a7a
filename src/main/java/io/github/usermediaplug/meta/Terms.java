package io.github.usermediaplug.meta;

import io.github.usermediaplug.limit.WorkBudgets;
import io.github.usermediaplug.log.LimitLog;
import java.time.Duration;

/**
 * What holds for every connection at this door.
 *
 * @param textLimit the largest text, in bytes of UTF-8
 * @param rate texts a second
 * @param burst texts at once
 * @param ofUsers what connections may keep whose user is known
 * @param ofStrangers what all others may
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
    Budgets ofUsers,
    Budgets ofStrangers,
    WorkBudgets budgets,
    LimitLog ratesMet) {}
