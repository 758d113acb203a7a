package io.github.usermediaplug.bench.result;

import io.github.usermediaplug.bench.measure.Cost;

/** Who used the processor while a figure was measured. */
public record Spent(int round, String scenario, String subject, String name, Cost cost) {}
