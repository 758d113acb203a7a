package io.github.usermediaplug.it.endurance;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one client has been told, and whether it makes sense. Replies and pushes are decided in one
 * turn and sent in its order, so that even under load a client's own line tells it exactly how it
 * stands with each peer: every step must follow from the one before.
 */
final class Story {
  enum With {
    NOBODY,
    CALLING,
    RUNG,
    PAIRED,
    /** Not told yet, on a new line. */
    UNKNOWN
  }

  private static final Set<With> TALKING = Set.of(With.CALLING, With.RUNG, With.PAIRED);

  private final String self;
  private final Map<String, With> stands = new HashMap<>();
  private With atFirst = With.NOBODY;

  Story(String self) {
    this.self = self;
  }

  With with(String peer) {
    return stands.getOrDefault(peer, atFirst);
  }

  List<String> all(With state) {
    List<String> peers = new ArrayList<>();
    stands.forEach(
        (peer, stand) -> {
          if (stand == state) {
            peers.add(peer);
          }
        });
    return peers;
  }

  /** A new line has not been told what happened meanwhile. */
  void interrupted() {
    stands.clear();
    atFirst = With.UNKNOWN;
  }

  /** The reply to a step of its own; the code is empty for ok. */
  void replied(String type, String peer, String code) {
    With now = with(peer);
    String step = type + (code.isEmpty() ? " ok" : " " + code);
    switch (step) {
      case "call ok" -> {
        must(step, peer, now == With.NOBODY || now == With.RUNG);
        // On a new line: either it rings now, or it was the answer to a call not yet told.
        become(peer, now == With.RUNG ? With.PAIRED : With.CALLING);
      }
      case "call call-exists" -> only(step, peer, With.CALLING);
      case "call already-paired" -> only(step, peer, With.PAIRED);
      case "call peer-offline" -> {
        must(step, peer, now == With.NOBODY);
        become(peer, With.NOBODY);
      }
      case "cancel ok" -> leave(step, peer, With.CALLING);
      case "cancel no-such-call" -> not(step, peer, With.CALLING);
      case "accept ok" -> {
        must(step, peer, now == With.RUNG);
        become(peer, With.PAIRED);
      }
      case "reject ok" -> leave(step, peer, With.RUNG);
      case "accept no-such-call", "reject no-such-call" -> not(step, peer, With.RUNG);
      case "unpair ok" -> leave(step, peer, With.PAIRED);
      case "unpair not-paired", "ticket not-paired" -> not(step, peer, With.PAIRED);
      case "ticket ok" -> only(step, peer, With.PAIRED);
      case "signal ok" -> must(step, peer, TALKING.contains(now));
      case "signal not-paired" -> must(step, peer, !TALKING.contains(now));
      default -> throw new AssertionError(self + ": unheard of: " + step);
    }
  }

  /** Something pushed; gives whom it is about. */
  String pushed(JsonObject push) {
    String type = push.getString("type");
    String user = push.getString("user", self);
    String peer = user.equals(self) ? push.getString("peer") : user;
    String what = push.toString();
    switch (type) {
      case "call" -> {
        must(what, peer, with(peer) == With.NOBODY);
        become(peer, With.RUNG);
      }
      case "accept" -> {
        must(what, peer, with(peer) == With.CALLING);
        become(peer, With.PAIRED);
      }
      case "reject" -> leave(what, peer, With.CALLING);
      case "cancel" -> leave(what, peer, user.equals(self) ? With.CALLING : With.RUNG);
      case "unpair" -> leave(what, peer, With.PAIRED);
      case "force-call" -> only(what, peer, With.PAIRED);
      case "signal" -> must(what, peer, TALKING.contains(with(peer)));
      case "status" -> {}
      default -> throw new AssertionError(self + ": unheard of: " + what);
    }
    return peer;
  }

  private void only(String what, String peer, With state) {
    must(what, peer, with(peer) == state);
    become(peer, state);
  }

  private void leave(String what, String peer, With state) {
    must(what, peer, with(peer) == state);
    become(peer, With.NOBODY);
  }

  private void not(String what, String peer, With state) {
    must(what, peer, with(peer) != state);
  }

  private void become(String peer, With state) {
    stands.put(peer, state);
  }

  private void must(String what, String peer, boolean legal) {
    if (!legal && with(peer) != With.UNKNOWN) {
      throw new AssertionError(
          "%s was told %s, and stands with %s: %s".formatted(self, what, peer, with(peer)));
    }
  }
}
