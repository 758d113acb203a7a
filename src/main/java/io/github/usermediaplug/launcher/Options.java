package io.github.usermediaplug.launcher;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * How the server is to run.
 *
 * @param port of the plain HTTP connector, on all addresses
 * @param context the path it serves, such as {@code /user-media-plug}; empty for the root
 * @param data the directory that keeps the users
 * @param connections how many it holds at a time
 */
public record Options(int port, String context, Path data, int connections) {

  private static final int FEWEST_CONNECTIONS = 64;
  private static final int MOST_OF_ONE_ADDRESS = 4000;

  static final String HELP =
      """
      Usage: java -jar user-media-plug-tomcat.war [options]

        --port N        listens on this port; default 8080, or PORT of the environment
        --context PATH  serves this path; default /user-media-plug
        --data DIR      keeps the users in this directory; default user-media-plug-data
        --connections N holds so many connections; default one for each 128 KiB of the heap,
                        and fewer where fewer files may be open
        --help          says this

      The settings of docs/operations.md are taken from the environment (USER_MEDIA_PLUG_...)
      and from system properties (java -Duser-media-plug.... -jar ...).""";

  /**
   * Reads the command line.
   *
   * @return empty where help is asked for
   * @throws IllegalArgumentException saying what is wrong
   */
  static Optional<Options> parse(String[] arguments, Map<String, String> environment) {
    String port = environment.getOrDefault("PORT", "8080");
    String context = "/user-media-plug";
    String data = "user-media-plug-data";
    int connections = Capacity.ofThisProcess();
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--help" -> {
          return Optional.empty();
        }
        case "--port" -> port = value(arguments, ++i);
        case "--context" -> context = value(arguments, ++i);
        case "--data" -> data = value(arguments, ++i);
        case "--connections" -> connections = connections(value(arguments, ++i));
        default -> throw new IllegalArgumentException("there is no option " + arguments[i]);
      }
    }
    return Optional.of(
        new Options(port(port), context(context), Path.of(data).toAbsolutePath(), connections));
  }

  /** The others are for requests, so that a newcomer gets as far as to say whence it comes. */
  int webSockets() {
    return connections - connections / 8;
  }

  /** What is left of them is for others. */
  int connectionsPerAddress() {
    return Math.min(MOST_OF_ONE_ADDRESS, connections / 4 * 3);
  }

  private static String value(String[] arguments, int i) {
    if (i == arguments.length) {
      throw new IllegalArgumentException(arguments[i - 1] + " takes a value");
    }
    return arguments[i];
  }

  private static int port(String text) {
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) > 65535) {
      throw new IllegalArgumentException("the port is '" + text + "', allowed is 0 to 65535");
    }
    return Integer.parseInt(text);
  }

  private static int connections(String text) {
    if (!text.matches("\\d{1,7}") || Integer.parseInt(text) < FEWEST_CONNECTIONS) {
      throw new IllegalArgumentException("connections is '" + text + "', allowed is 64 to 9999999");
    }
    return Integer.parseInt(text);
  }

  private static String context(String text) {
    if (text.equals("/")) {
      return "";
    }
    if (!text.matches("(/[A-Za-z0-9._~-]+)+")) {
      throw new IllegalArgumentException(
          "the context is '" + text + "', allowed is / or a path such as /calls");
    }
    return text;
  }
}
