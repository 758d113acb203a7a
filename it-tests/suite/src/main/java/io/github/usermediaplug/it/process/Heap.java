package io.github.usermediaplug.it.process;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a JVM's class histogram says, taken after a full collection.
 *
 * @param instances how many of each class there are
 * @param bytes all of them together
 */
public record Heap(Map<String, Long> instances, long bytes) {
  private static final Pattern LINE =
      Pattern.compile("^\\s*\\d+:\\s+(\\d+)\\s+(\\d+)\\s+(\\S+)", Pattern.MULTILINE);

  private static final String OURS = "io.github.usermediaplug.";

  /**
   * What a user, a call, a pair or a connection is made of: none is left when all have gone. {@code
   * SoakIT} sees each while there is a crowd, so that none goes by another name unnoticed.
   */
  public static final Set<String> SESSION =
      Stream.of(
              "presence.OnlineUser",
              "call.Ring",
              "pair.LivePair",
              "pair.Side",
              "media.Bridge",
              "media.End",
              "media.MediaConnection",
              "meta.MetaConnection",
              "meta.Inbox",
              "socket.Outbound",
              "socket.Heartbeat")
          .map(OURS::concat)
          .collect(Collectors.toUnmodifiableSet());

  /** On its way to somebody, which a histogram of a crowd may well miss. */
  private static final String FRAME = OURS + "socket.Frame$";

  /** Reads the histogram's text. */
  public static Heap of(String histogram) {
    Map<String, Long> instances = new TreeMap<>();
    long bytes = 0;
    Matcher line = LINE.matcher(histogram);
    while (line.find()) {
      instances.merge(line.group(3), Long.parseLong(line.group(1)), Long::sum);
      bytes += Long.parseLong(line.group(2));
    }
    if (bytes == 0) {
      throw new AssertionError("no histogram: " + histogram);
    }
    return new Heap(instances, bytes);
  }

  /** Those of a user's session, with how many there are; empty when all is forgotten. */
  public Map<String, Long> sessions() {
    Map<String, Long> left = new TreeMap<>(instances);
    left.keySet().removeIf(name -> !SESSION.contains(name) && !name.startsWith(FRAME));
    return left;
  }

  /** Those of the product that have a name of their own. */
  public Map<String, Long> ours() {
    Map<String, Long> ours = new TreeMap<>(instances);
    ours.keySet().removeIf(name -> !name.startsWith(OURS) || name.contains("$$"));
    return ours;
  }
}
