package io.github.usermediaplug.roster;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Keeps the users and their peers. Exists so that a host application can keep them where it keeps
 * its own: with {@code @Alternative @Priority} its bean takes the place of the JSON file.
 *
 * <p>No method may wait: each returns at once and completes its stage later, from any thread. A
 * change completes only when it would survive the death of the process. Changes take effect one by
 * one; a change whose stage has completed is seen by every later call. A store that cannot keep
 * changes for a while says {@link Stored#UNAVAILABLE}, and why in its log; a stage that completes
 * exceptionally is logged by the caller. In both cases nobody may count on the change.
 */
public interface UserStore {

  /** The user's peers in the order added; empty where the user is not known. */
  CompletionStage<Optional<List<String>>> peers(String user);

  /**
   * Whether the peer is among the user's peers; no for a user who is not known. Asked for each of
   * the peers of whoever wants to know who is online, if a policy hides who is, so a store that can
   * look this up without reading all peers should. By default it asks for all of them.
   */
  default CompletionStage<Boolean> lists(String user, String peer) {
    return peers(user).thenApply(peers -> peers.orElse(List.of()).contains(peer));
  }

  /** Makes the user known, with these peers: different from each other and from the user. */
  CompletionStage<Stored> register(String user, List<String> peers);

  /**
   * Adds those of the peers that are not there yet, behind the others.
   *
   * @param limit how many peers the user may have in all; with more, nothing changes
   */
  CompletionStage<Stored> add(String user, List<String> peers, int limit);

  /** Takes away those of the peers that are there. */
  CompletionStage<Stored> delete(String user, List<String> peers);

  /** What became of a change. */
  enum Stored {
    DONE,
    USER_EXISTS,
    UNKNOWN_USER,
    TOO_MANY_PEERS,
    /** The store takes no more users, or no more peers of any. */
    FULL,
    /** The user has changed too much too fast; later it may. */
    TOO_FAST,
    UNAVAILABLE
  }
}
