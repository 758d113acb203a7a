package io.github.usermediaplug.bench.measure;

/**
 * Who used the processor during a measurement, each in cores: 1.0 is one core all the time.
 *
 * @param seconds it took
 * @param others anything that is neither subject nor load generator: the noise of this machine
 * @param stolen by the host of a virtual machine
 */
public record Cost(
    double seconds, double subject, double generator, double others, double stolen) {}
