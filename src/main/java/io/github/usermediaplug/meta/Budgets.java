package io.github.usermediaplug.meta;

import io.github.usermediaplug.socket.MemoryBudget;

/**
 * What connections at this door may keep in memory together.
 *
 * @param unfinished of texts that are not whole yet
 * @param requests of whole ones while they wait
 * @param replies of what waits to be read by clients
 */
record Budgets(MemoryBudget unfinished, MemoryBudget requests, MemoryBudget replies) {}
