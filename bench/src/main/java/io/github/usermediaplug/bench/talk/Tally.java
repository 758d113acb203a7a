package io.github.usermediaplug.bench.talk;

/** Counts the calls of honest users. Any thread may use it. */
public final class Tally {

  private int begun;
  private int lost;
  private String why = "";

  /** A call was due. */
  synchronized void begun() {
    begun++;
  }

  /** A call did not get through, for this reason. */
  synchronized void lost(String reason) {
    lost++;
    trouble(reason);
  }

  /** Something else went wrong; the first such reason is kept. */
  synchronized void trouble(String reason) {
    if (why.isEmpty()) {
      why = reason;
    }
  }

  /** How many calls were due. */
  public synchronized int calls() {
    return begun;
  }

  /** How many of them did not get through. */
  public synchronized int lost() {
    return lost;
  }

  /** What went wrong first; empty where nothing did. */
  public synchronized String why() {
    return why;
  }
}
