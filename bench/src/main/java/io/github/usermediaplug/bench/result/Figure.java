package io.github.usermediaplug.bench.result;

/** One number that was measured once. */
public record Figure(
    int round, String scenario, String subject, String name, String unit, double value) {}
