package io.github.usermediaplug.bench.subject;

/**
 * Something that can be measured.
 *
 * @param server what it runs on, such as {@code tomcat-11}; a product is compared with the limit of
 *     the same server, or of the same as it comes where that has none
 */
public record Subject(Role role, String server, Launcher launcher) {

  /** As in the report, such as {@code product@tomcat-11}. */
  public String name() {
    return switch (role) {
      case PRODUCT -> "product@" + server;
      case STORE -> "store@" + server;
      case LIMIT -> "limit@" + server;
      case QUEUED_LIMIT -> "queued-limit@" + server;
      case NODE_RELAY -> "node-relay";
      case NODE_BROKER -> "node-broker";
      case RAW -> "raw-tcp";
    };
  }

  /** Whether a page of it tells when it is up. */
  public boolean hasPage() {
    return !context().isEmpty();
  }

  /** Whether it runs in a Java machine. */
  public boolean isJava() {
    return role != Role.NODE_RELAY && role != Role.NODE_BROKER;
  }

  /** The path it is served at; empty for the root. */
  public String context() {
    return switch (role) {
      case PRODUCT, STORE -> "/user-media-plug";
      case LIMIT -> "/limit";
      case QUEUED_LIMIT -> "/limit/queued";
      default -> "";
    };
  }

  /** About how long it takes to start. */
  public double startSeconds() {
    return switch (server) {
      case "tomcat-10.1", "tomcat-11" -> 4;
      case "wildfly", "wildfly-io" -> 12;
      case "payara" -> 25;
      default -> 0.5;
    };
  }
}
