package io.github.usermediaplug.bench.subject;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One start of a subject.
 *
 * @param directory its own, empty at first, gone with it
 * @param jvm flags for a subject in Java, the same for all of them
 * @param recording where a flight recording of a subject in Java goes; none where it is null
 * @param environment settings of the product; others pass them over
 */
public record Launch(
    Path directory, int port, List<String> jvm, Path recording, Map<String, String> environment) {}
