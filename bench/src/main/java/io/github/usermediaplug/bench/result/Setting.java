package io.github.usermediaplug.bench.result;

import java.util.Map;

/**
 * Where and how a run was made.
 *
 * @param machine its class: cores, memory, kernel; no names
 * @param versions of what was measured and measured with
 * @param options as they were in force
 */
public record Setting(
    String started,
    Map<String, String> machine,
    Map<String, String> versions,
    Map<String, String> options) {}
