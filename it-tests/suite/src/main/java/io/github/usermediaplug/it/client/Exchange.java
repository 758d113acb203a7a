package io.github.usermediaplug.it.client;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The server under test as its clients see it. Opens lines, and closes all of them when the test is
 * over.
 */
public final class Exchange implements AutoCloseable {
  private final URI root;
  private final Map<String, String> headers;
  private final Function<String, Optional<String>> tokens;
  private final Deque<Runnable> open = new ArrayDeque<>();

  /** The context root's address, with the slash at its end. */
  public Exchange(URI root) {
    this(root, Map.of(), user -> Optional.empty());
  }

  private Exchange(
      URI root, Map<String, String> headers, Function<String, Optional<String>> tokens) {
    this.root = URI.create(root.toString().replaceFirst("^http", "ws"));
    this.headers = headers;
    this.tokens = tokens;
  }

  /** One whose users have a token each, which the issuer gives them. */
  public static Exchange withTokens(URI root, UnaryOperator<String> issuer) {
    return new Exchange(root, Map.of(), user -> Optional.of(issuer.apply(user)));
  }

  /** One whose lines open with these headers, as those of a browser that is logged in do. */
  public static Exchange withHeaders(URI root, Map<String, String> headers) {
    return new Exchange(root, headers, user -> Optional.empty());
  }

  /** Names are new for each test, so that many tests share one deployment. */
  public static String fresh(String name) {
    return name + "-" + Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36);
  }

  public Meta meta(String owner) {
    return new Meta(owner, kept(Link.open(headers, owner, metaUri())), tokens);
  }

  public URI metaUri() {
    return root.resolve("meta");
  }

  public URI mediaUri() {
    return root.resolve("media");
  }

  Media media(String owner, String reference) {
    return new Media(
        owner + "'s media", kept(Link.open(headers, owner + "'s media", resolved(reference))));
  }

  /** Where a {@code media} of the server's points: it is resolved against the URL of /meta. */
  public URI resolved(String media) {
    return metaUri().resolve(media);
  }

  /** A line to /media on which nothing was said. */
  public Media media(String owner) {
    return media(owner, mediaUri().toString());
  }

  /** A line to /media, at a reference the server gave, that can be cut like a cable. */
  public SlowLink slowMedia(String owner, String reference) {
    SlowLink line = SlowLink.open(owner + "'s slow media", resolved(reference));
    return kept(line, line::cut);
  }

  /** A line to /meta that can be cut like a cable. */
  public SlowLink slowMeta(String owner, String... headers) {
    SlowLink line = SlowLink.open(owner, metaUri(), headers);
    return kept(line, line::cut);
  }

  /** The same from this address of the machine, see {@link SlowLink#openFrom}. */
  public SlowLink slowMetaFrom(String address, String owner) {
    SlowLink line = SlowLink.openFrom(address, owner, metaUri());
    return kept(line, line::cut);
  }

  /** A line to /media that can be cut like a cable, on which nothing was said. */
  public SlowLink slowMedia(String owner) {
    return slowMedia(owner, mediaUri().toString());
  }

  /** A line to one of the two that opens with these headers, and can be cut like a cable. */
  public SlowLink slow(String owner, URI door, String... headers) {
    SlowLink line = SlowLink.open(owner, door, headers);
    return kept(line, line::cut);
  }

  /** Somebody who is identified, and no more. */
  public User stranger(String name) {
    return identified(fresh(name));
  }

  /** Somebody who is identified by this very name. */
  public User identified(String name) {
    User user = new User(name, meta(name), this);
    user.meta().whoami(name).ok();
    return user;
  }

  /** Somebody who is identified by this very name and this token. */
  public User as(String name, String token) {
    User user = new User(name, meta(name), this);
    user.meta().whoami(name, token).ok();
    return user;
  }

  /** Somebody who is identified and registered, and still invisible. */
  public User invisible(String name) {
    User user = stranger(name);
    user.registers().ok();
    return user;
  }

  /** Somebody who is identified, registered and online. */
  public User user(String name) {
    User user = invisible(name);
    user.sets("online").ok();
    return user;
  }

  /** Makes each a persisted peer of the other, so that each is told the other's status. */
  public void befriend(User one, User other) {
    one.addsPeers(other.name()).ok();
    other.addsPeers(one.name()).ok();
  }

  /**
   * Has each tell the other something, which each hears after all that it was told before on the
   * other's account. Both must be peers of each other. After it, what is unread was pushed too
   * much.
   */
  public void fence(User one, User other) {
    String status = fresh("fence");
    one.sets(status).ok();
    other.isToldStatus(one, status);
    other.sets(status).ok();
    one.isToldStatus(other, status);
  }

  /** Two new users who are online and peers of each other. */
  public Friends friends() {
    User alice = user("alice");
    User bob = user("bob");
    alice.addsPeers(bob.name()).ok();
    bob.addsPeers(alice.name()).ok();
    return new Friends(alice, bob);
  }

  /** Two users who are peers of each other. */
  public record Friends(User alice, User bob) {}

  /** Lets one call the other, who accepts; nobody has opened media yet. */
  public Paired pair(User caller, User callee) {
    caller.calls(callee).ok();
    callee.isTold("call", caller);
    callee.accepts(caller).ok();
    caller.isTold("accept", callee);
    return new Paired(caller, caller.isForcedToCall(callee), callee, callee.isForcedToCall(caller));
  }

  /** Two new users, paired. */
  public Paired pair() {
    return pair(user("alice"), user("bob"));
  }

  private Link kept(Link line) {
    return kept(line, line::close);
  }

  private <T> T kept(T line, Runnable close) {
    synchronized (open) {
      open.push(close);
    }
    return line;
  }

  @Override
  public void close() {
    List<Runnable> all;
    synchronized (open) {
      all = List.copyOf(open);
      open.clear();
    }
    all.forEach(Runnable::run);
  }
}
