package io.github.usermediaplug.bench.result;

/** A measurement that came to nothing. */
public record Failure(int round, String scenario, String subject, String reason) {}
