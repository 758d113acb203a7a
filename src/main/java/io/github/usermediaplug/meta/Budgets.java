package io.github.usermediaplug.meta;

import io.github.usermediaplug.socket.MemoryBudget;

/**
 * What connections at this door may keep in memory together.
 *
 * @param unfinished of texts that are not whole yet
 * @param requests of whole ones while they wait
 * @param replies of what clients asked for and have not read
 * @param pushes of what other clients have caused and these have not read
 */
record Budgets(
    MemoryBudget unfinished, MemoryBudget requests, MemoryBudget replies, MemoryBudget pushes) {}
