package io.github.usermediaplug.config;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A setting: its name, how its text is read and what holds where nobody sets it. The constants here
 * are the complete list; {@code docs/operations.md} describes each, and a test keeps the two equal.
 *
 * @param name as in {@code web.xml} and, with {@code user-media-plug.} before it, as a system
 *     property
 * @param reader turns a text into the value, or says no
 * @param fallback the text that holds by default; empty for "not set"
 */
public record Key<T>(String name, Reader<T> reader, String fallback) {

  /** Where the users are kept; not set means a file in the server's own data directory. */
  public static final Key<Optional<String>> STORE_FILE = new Key<>("store-file", Reader.FILE, "");

  /** How large the journal beside that file may grow, at least, before it is folded into it. */
  public static final Key<Long> STORE_JOURNAL = new Key<>("store-journal", Reader.SIZE, "1MiB");

  /**
   * Who a connection is: {@code open} believes it, {@code principal} asks the container, {@code
   * token} a signed token.
   */
  public static final Key<String> IDENTITY =
      new Key<>("identity", Reader.oneOf(Set.of("open", "principal", "token")), "open");

  /**
   * Who has users log in, with {@code identity=principal}: the application that the jar is part of,
   * or the jar itself, which then asks the server to.
   */
  public static final Key<String> LOGIN =
      new Key<>("login", Reader.oneOf(Set.of("application", "server")), "application");

  /** How tokens are signed; the only algorithm that is taken. */
  public static final Key<String> TOKEN_ALGORITHM =
      new Key<>("token-algorithm", Reader.oneOf(Set.of("HS256", "RS256", "ES256")), "HS256");

  /** The key that tokens are checked with: a secret in base 64, or a public key as PEM. */
  public static final Key<Optional<Sensitive>> TOKEN_KEY =
      new Key<>("token-key", Reader.SENSITIVE, "");

  /** A file that holds that key. */
  public static final Key<Optional<String>> TOKEN_KEY_FILE =
      new Key<>("token-key-file", Reader.KEY_FILE, "");

  /** Whom tokens are for; a token must name one of these, or nobody where there is none. */
  public static final Key<List<String>> TOKEN_AUDIENCE =
      new Key<>("token-audience", Reader.LIST, "");

  /** Who issues tokens; not set means that it is not looked at. */
  public static final Key<Optional<String>> TOKEN_ISSUER =
      new Key<>("token-issuer", Reader.TEXT, "");

  /** How far the clocks of issuer and server may differ. */
  public static final Key<Duration> TOKEN_SKEW =
      new Key<>("token-skew", Reader.DURATION_OR_NONE, "30s");

  /** How many connections a proven user may have at once. */
  public static final Key<Integer> CONNECTIONS_PER_USER =
      new Key<>("connections-per-user", Reader.COUNT, "5");

  /** Who may call whom, and who may see who is there. */
  public static final Key<String> CALL_POLICY =
      new Key<>("call-policy", Reader.oneOf(Set.of("anyone", "peers-only")), "anyone");

  /** Origins besides the page's own whose scripts may connect; {@code *} allows all. */
  public static final Key<List<String>> ALLOWED_ORIGINS =
      new Key<>("allowed-origins", Reader.LIST, "");

  /** The names that browsers call this server by; not set means that any is taken. */
  public static final Key<List<HostAndPort>> HOSTS = new Key<>("hosts", Reader.HOSTS, "");

  /** What {@code force-call} gives as {@code media}; not set means {@code media}, beside /meta. */
  public static final Key<Optional<String>> MEDIA_URL = new Key<>("media-url", Reader.TEXT, "");

  /** How long a call rings. */
  public static final Key<Duration> RING_TIMEOUT =
      new Key<>("ring-timeout", Reader.DURATION, "30s");

  /** How long a pair outlives a lost connection, be it of {@code /meta} or of {@code /media}. */
  public static final Key<Duration> GRACE = new Key<>("grace", Reader.DURATION, "10s");

  /** How long a connection may take to say who it is. */
  public static final Key<Duration> WHOAMI_TIMEOUT =
      new Key<>("whoami-timeout", Reader.DURATION, "10s");

  /** How long a media connection may take to join. */
  public static final Key<Duration> JOIN_TIMEOUT =
      new Key<>("join-timeout", Reader.DURATION, "10s");

  /** How long after a pair began both must have joined; 0 for no limit. */
  public static final Key<Duration> MEDIA_TIMEOUT =
      new Key<>("media-timeout", Reader.DURATION_OR_NONE, "10s");

  /** How often each connection is pinged; one that answers nothing for two of these is dropped. */
  public static final Key<Duration> PING_INTERVAL =
      new Key<>("ping-interval", Reader.DURATION, "20s");

  /** How long a ticket is good for. */
  public static final Key<Duration> TICKET_TTL = new Key<>("ticket-ttl", Reader.DURATION, "30s");

  /** How long a receiver may take nothing before it is given up. */
  public static final Key<Duration> STALL_TIMEOUT =
      new Key<>("stall-timeout", Reader.DURATION, "15s");

  /** The largest text on {@code /meta}, in bytes of UTF-8. */
  public static final Key<Long> TEXT_LIMIT = new Key<>("text-limit", Reader.SIZE, "64KiB");

  /** The largest message on {@code /media}, in bytes. */
  public static final Key<Long> MEDIA_LIMIT = new Key<>("media-limit", Reader.SIZE, "1MiB");

  /** How many small messages a second are read from a media connection. */
  public static final Key<Integer> MEDIA_RATE = new Key<>("media-rate", Reader.COUNT, "250");

  /** How many are read at once after it was quiet for a while. */
  public static final Key<Integer> MEDIA_BURST = new Key<>("media-burst", Reader.COUNT, "500");

  /** How much a sender may have outstanding, in bytes; told to it in {@code pair}. */
  public static final Key<Long> WINDOW = new Key<>("window", Reader.SIZE, "1MiB");

  /** How much the server keeps per direction of a pair, in bytes. */
  public static final Key<Long> MEDIA_BACKLOG = new Key<>("media-backlog", Reader.SIZE, "4MiB");

  /**
   * How many users may be registered; not set means 100,000 with {@code identity=open}, and no
   * limit otherwise.
   */
  public static final Key<Optional<Integer>> USERS = new Key<>("users", Reader.COUNT_OR_UNSET, "");

  /**
   * How much of the heap users and peers may take, by an estimate, in bytes; not set means a
   * quarter with {@code identity=open}, and half otherwise.
   */
  public static final Key<Optional<Long>> USERS_MEMORY =
      new Key<>("users-memory", Reader.SIZE_OR_UNSET, "");

  /** How many peers a user may have. */
  public static final Key<Integer> PEERS_PER_USER =
      new Key<>("peers-per-user", Reader.COUNT, "5000");

  /** How many peers one message may name. */
  public static final Key<Integer> PEERS_PER_MESSAGE =
      new Key<>("peers-per-message", Reader.COUNT, "1000");

  /** How many messages a second a {@code /meta} connection may send. */
  public static final Key<Integer> MESSAGE_RATE = new Key<>("message-rate", Reader.COUNT, "100");

  /** How many it may send at once after it was quiet for a while. */
  public static final Key<Integer> MESSAGE_BURST = new Key<>("message-burst", Reader.COUNT, "200");

  /** How long a message that comes in several parts may take, from its first to its last. */
  public static final Key<Duration> MESSAGE_TIMEOUT =
      new Key<>("message-timeout", Reader.DURATION, "2m");

  /** How many connections one remote address may have, on both doors together; 0 for no limit. */
  public static final Key<Integer> CONNECTIONS_PER_ADDRESS =
      new Key<>("connections-per-address", Reader.COUNT_OR_NONE, "4000");

  /** How many connections there may be in all; not set means one for each 128 KiB of the heap. */
  public static final Key<Optional<Integer>> CONNECTIONS =
      new Key<>("connections", Reader.COUNT_OR_UNSET, "");

  /** How many connections one /48 of IPv6 may have; 0 for no limit. */
  public static final Key<Integer> CONNECTIONS_PER_SITE =
      new Key<>("connections-per-site", Reader.COUNT_OR_NONE, "6000");

  /** How many connections may have shown neither user nor ticket; 0 for no limit. */
  public static final Key<Integer> UNIDENTIFIED_CONNECTIONS =
      new Key<>("unidentified-connections", Reader.COUNT_OR_NONE, "1000");

  /** How many peers a user may be ringing at a time. */
  public static final Key<Integer> CALLS_PER_USER = new Key<>("calls-per-user", Reader.COUNT, "20");

  /** How many pairs a user may be in at a time by calls; a host's own word is not held to it. */
  public static final Key<Integer> PAIRS_PER_USER = new Key<>("pairs-per-user", Reader.COUNT, "50");

  /** Every setting there is. */
  public static final List<Key<?>> ALL =
      List.of(
          STORE_FILE,
          STORE_JOURNAL,
          IDENTITY,
          LOGIN,
          TOKEN_ALGORITHM,
          TOKEN_KEY,
          TOKEN_KEY_FILE,
          TOKEN_AUDIENCE,
          TOKEN_ISSUER,
          TOKEN_SKEW,
          CONNECTIONS_PER_USER,
          CALL_POLICY,
          ALLOWED_ORIGINS,
          HOSTS,
          MEDIA_URL,
          RING_TIMEOUT,
          GRACE,
          WHOAMI_TIMEOUT,
          JOIN_TIMEOUT,
          MEDIA_TIMEOUT,
          PING_INTERVAL,
          TICKET_TTL,
          STALL_TIMEOUT,
          TEXT_LIMIT,
          MEDIA_LIMIT,
          MEDIA_RATE,
          MEDIA_BURST,
          WINDOW,
          MEDIA_BACKLOG,
          USERS,
          USERS_MEMORY,
          PEERS_PER_USER,
          PEERS_PER_MESSAGE,
          MESSAGE_RATE,
          MESSAGE_BURST,
          MESSAGE_TIMEOUT,
          CONNECTIONS_PER_ADDRESS,
          CONNECTIONS,
          CONNECTIONS_PER_SITE,
          UNIDENTIFIED_CONNECTIONS,
          CALLS_PER_USER,
          PAIRS_PER_USER);

  /** The setting as an environment variable, such as {@code USER_MEDIA_PLUG_STORE_FILE}. */
  public String variable() {
    return "USER_MEDIA_PLUG_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** The setting as a system property and context parameter. */
  public String property() {
    return "user-media-plug." + name;
  }
}
