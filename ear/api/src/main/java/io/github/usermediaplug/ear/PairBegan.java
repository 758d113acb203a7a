package io.github.usermediaplug.ear;

/** CDI event for the other modules: two users may talk. */
public record PairBegan(String pair, String caller, String callee) {}
