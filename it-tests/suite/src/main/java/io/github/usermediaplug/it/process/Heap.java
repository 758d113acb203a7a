package io.github.usermediaplug.it.process;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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

  /** What a user, a call, a pair or a connection is made of: none is left when all have gone. */
  private static final Pattern SESSION =
      Pattern.compile(
          Pattern.quote(OURS)
              + "(presence\\.OnlineUser|call\\.Ring|pair\\.(LivePair|Side)|media\\.(Bridge|End"
              + "|MediaConnection)|meta\\.(MetaConnection|Inbox)|socket\\.(Outbound|Heartbeat)"
              + "|socket\\.Frame\\$.*)");

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
    left.keySet().removeIf(name -> !SESSION.matcher(name).matches());
    return left;
  }

  /** Those of the product that have a name of their own. */
  public Map<String, Long> ours() {
    Map<String, Long> ours = new TreeMap<>(instances);
    ours.keySet().removeIf(name -> !name.startsWith(OURS) || name.contains("$$"));
    return ours;
  }
}
