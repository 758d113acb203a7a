package io.github.usermediaplug.it.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.List;

/**
 * Somebody with a name and a /meta connection: what this one says to the server, and what it is
 * told.
 */
public final class User {
  private final String name;
  private final Meta meta;
  private final Exchange exchange;

  User(String name, Meta meta, Exchange exchange) {
    this.name = name;
    this.meta = meta;
    this.exchange = exchange;
  }

  public String name() {
    return name;
  }

  public Meta meta() {
    return meta;
  }

  /** Says something with its own name as `user`, and gives back the reply. */
  public Reply says(String type, Object... fields) {
    return meta.ask(message(type, fields));
  }

  /** The message that says() would send. */
  public JsonObject message(String type, Object... fields) {
    Object[] all = new Object[fields.length + 4];
    all[0] = "type";
    all[1] = type;
    all[2] = "user";
    all[3] = name;
    System.arraycopy(fields, 0, all, 4, fields.length);
    return Json.of(all);
  }

  public Reply registers(String... peers) {
    return says("reg-user", "peers", List.of(peers));
  }

  public Reply addsPeers(Collection<String> peers) {
    return says("add-peers", "peers", peers);
  }

  public Reply addsPeers(String... peers) {
    return addsPeers(List.of(peers));
  }

  public Reply deletesPeers(String... peers) {
    return says("del-peers", "peers", List.of(peers));
  }

  public List<String> peers() {
    return says("peers", "tx", 1).ok().strings("peers");
  }

  public List<String> peersOnline() {
    return says("peers-online", "tx", 1).ok().strings("peers_online");
  }

  public Reply sets(String status) {
    return says("status", "status", status);
  }

  public Reply calls(User peer) {
    return says("call", "peer", peer.name);
  }

  public Reply cancels(User peer) {
    return says("cancel", "peer", peer.name);
  }

  public Reply accepts(User peer) {
    return says("accept", "peer", peer.name);
  }

  public Reply rejects(User peer) {
    return says("reject", "peer", peer.name);
  }

  public Reply unpairs(User peer) {
    return says("unpair", "peer", peer.name);
  }

  public Reply signals(User peer, String data) {
    return says("signal", "peer", peer.name, "data", data);
  }

  public Reply asksTicket(User peer) {
    return says("ticket", "peer", peer.name);
  }

  /** Awaits a push of this type. */
  public JsonObject isTold(String type) {
    return meta.push(type);
  }

  /** Awaits the push that forwards what another said to this one, exactly. */
  public void isTold(String type, User by) {
    assertEquals(Json.of("type", type, "user", by.name, "peer", name), meta.push(type));
  }

  /** Awaits the push of another's presence, exactly. */
  public void isToldStatus(User of, String status) {
    assertEquals(Json.of("type", "status", "user", of.name, "status", status), meta.push("status"));
  }

  /** Awaits the push that a call or pair with another has ended by itself, exactly. */
  public void isTold(String type, User of, String reason) {
    assertEquals(
        Json.of("type", type, "user", of.name, "peer", name, "reason", reason), meta.push(type));
  }

  public ForceCall isForcedToCall(User peer) {
    ForceCall word = ForceCall.of(meta.push("force-call"));
    assertEquals(peer.name, word.peer());
    return word;
  }

  public void isToldNothingElse() {
    meta.isToldNothingElse();
  }

  /** Opens media anew with a fresh ticket; the other's join is not awaited. */
  public Media rejoins(User peer) {
    Reply fresh = asksTicket(peer).ok();
    return joins(new ForceCall(peer.name, "", fresh.string("ticket"), fresh.string("media")));
  }

  /** Opens media and joins it; the other's join is not awaited. */
  public Media joins(ForceCall call) {
    return exchange.media(name, call.media()).join(name, call.peer(), call.ticket());
  }

  /** Joins media on a line that reads only when asked to. */
  public SlowLink joinsSlowly(ForceCall call) {
    SlowLink link = exchange.slowMedia(name, call.media());
    link.send(Media.joining(name, call.peer(), call.ticket()));
    return link;
  }

  /** A second line for the same user, not yet identified. */
  public Meta opensAnotherLine() {
    return exchange.meta(name);
  }

  /** This user on one more line, identified. */
  public User alsoOn(String device) {
    Meta line = exchange.meta(name + " " + device);
    line.whoami(name).ok();
    return on(line);
  }

  /** This user on another line. */
  public User on(Meta otherLine) {
    return new User(name, otherLine, exchange);
  }

  /** Hangs up, and stays until the server has told a witness so; they become peers for it. */
  public void leaves(User witness) {
    exchange.befriend(this, witness);
    close();
    witness.isToldStatus(this, "offline");
  }

  /** Comes back on a new line, as a page that was loaded anew. */
  public User returns() {
    User back = on(opensAnotherLine());
    back.meta.whoami(name).ok();
    return back;
  }

  /** Hangs up the line to /meta. */
  public void close() {
    meta.close();
  }
}
