package io.github.usermediaplug.roster.file;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/**
 * A user's peers in the order added. Whether somebody is among them is found without going through
 * them, by a sorted copy that is made when it is first needed: that stays fast whatever names are
 * chosen. Never changes; any thread may call it.
 */
final class PeerList extends AbstractList<String> implements RandomAccess {

  /** A shorter list is gone through as fast. */
  static final int SHORT = 32;

  private final String[] inOrder;
  private volatile String[] sorted; // by whoever needs it first, or by several alike

  private PeerList(String[] inOrder) {
    this.inOrder = inOrder;
  }

  static PeerList of(List<String> peers) {
    return peers instanceof PeerList list ? list : new PeerList(peers.toArray(String[]::new));
  }

  @Override
  public String get(int index) {
    return inOrder[index];
  }

  @Override
  public int size() {
    return inOrder.length;
  }

  @Override
  public boolean contains(Object peer) {
    if (inOrder.length <= SHORT) {
      return Arrays.asList(inOrder).contains(peer);
    }
    if (sorted == null) {
      String[] copy = inOrder.clone();
      Arrays.sort(copy);
      sorted = copy;
    }
    return peer instanceof String && Arrays.binarySearch(sorted, peer) >= 0;
  }
}
