package io.github.usermediaplug.it.server;

import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Warnings and stack traces that may stand in a server's log, each with its reason. */
public enum Allowed {
  /** By contract: an identity that believes everybody is warned of at each start. */
  OPEN("identity is 'open': every connection is believed to be whom it says|hosts is not set: "),

  /** A test takes the filters out. */
  UNFILTERED("The server opens WebSockets before its filters run: "),

  /** A test's own observer, which fails whenever it is asked. */
  HOSTILE_OBSERVER(
      "IllegalStateException: a host's observer fails at the (beginning|end) of a pair"),

  /** A test's own call policy, which fails. */
  HOSTILE_POLICY("IllegalStateException: the directory does not answer"),

  /** Tests go beyond limits, and each is logged where it is met. */
  LIMITS(
      "(connections(-per-(address|site))? keeps|unidentified-connections ends|message-rate ends|whoami is refused"
          + "|allowed-origins keeps|hosts keeps|The memory for [a-z ]+ is used up;|users or users-memory keeps) "),

  /** Tests deploy with settings that are refused. */
  SETTINGS("usermediaplug\\.config\\.InvalidSetting: "),

  /**
   * Tomcat names a thread of its own that was in the WAR's class loader when it looked: one that
   * does its housekeeping; one that comes from telling the WAR of a connection's end, and waits for
   * work again by the time its stack is taken; or one that opens a connection that came while the
   * WAR stopped, which finds no bean any more and ends.
   */
  TOMCAT_UTILITY("appears to have started a thread named \\[Catalina-utility-\\d+\\]"),
  TOMCAT_OPENING(
      "(?s)appears to have started a thread named \\[http-nio-\\d+-exec-\\d+\\]"
          + ".*\\.(Meta|Media)Endpoint\\.(open|close)\\("),
  TOMCAT_IDLE_THREAD(
      "(?s)appears to have started a thread named \\[http-nio-\\d+-exec-\\d+\\]"
          + ".*LinkedBlockingQueue\\.(poll|take)\\([^)]*\\)\\s+org\\.apache\\.tomcat\\.util\\.threads\\.TaskQueue"),

  /**
   * Payara: a line is closed in one thread while another ends the same request, be it that of its
   * handshake or the client's own close. What is recycled under it is the container's; see
   * docs/containers.md.
   */
  PAYARA_CLOSE_AND_READ(
      "\"org.apache.catalina.Context.getLoader\\(\\)\" because \"context\" is null"
          + "\\s+at org.apache.catalina.connector.InputBuffer\\$ReadHandlerImpl.processCallbacks"),
  PAYARA_CLOSE_AND_FLUSH(
      "(?s)NullPointerException.*because .?this.grizzlyOutputBuffer.? is null.*TyrusSession.close"),
  PAYARA_CLOSE_AND_RECYCLE(
      "(?s)NullPointerException: [^\\n]*\\n\\s+at (org\\.(glassfish|apache)|com\\.sun)\\..*TyrusSession\\.close"),
  PAYARA_CLOSE_IN_HANDSHAKE(
      "(?s)java.io.IOException: Connection is closed.*TyrusServletUpgrade.upgrade"),
  PAYARA_CLIENT_LEFT_IN_HANDSHAKE(
      "(?s)NullPointerException: [^\\n]*\\n\\s+at (java\\.base/java\\.net\\.URI|org\\.(glassfish|apache)\\.).*"
          + "(TyrusServletFilter|CrowdFilter)\\.doFilter");

  private final Pattern pattern;

  Allowed(String pattern) {
    this.pattern = Pattern.compile(pattern);
  }

  boolean fits(LogRecord record) {
    return pattern.matcher(record.text()).find();
  }

  static boolean any(LogRecord record) {
    return any(record.text());
  }

  /** Whether this record of a log is one of these. */
  public static boolean any(String record) {
    return Stream.of(values()).anyMatch(allowed -> allowed.pattern.matcher(record).find());
  }
}
