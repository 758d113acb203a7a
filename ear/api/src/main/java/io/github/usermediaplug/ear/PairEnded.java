package io.github.usermediaplug.ear;

/** CDI event for the other modules: a pair has ended, and why. */
public record PairEnded(String pair, String reason) {}
