package io.github.usermediaplug.it.model;

/** What a step does; the number says how often it comes beside the others. */
enum Op {
  CONNECT(14),
  DISCONNECT(5),
  RESUME(4),
  CLAIM(2),
  STRANGER(2),
  REGISTER(5),
  ADD_PEERS(3),
  DELETE_PEERS(2),
  STATUS(8),
  ASK(6),
  BURST(2),
  NONSENSE(5),
  CALL(18),
  CANCEL(4),
  ACCEPT(14),
  REJECT(4),
  UNPAIR(4),
  SIGNAL(6),
  TICKET(4),
  JOIN(20),
  JOIN_WRONGLY(4),
  SAY(12),
  DROP(6),
  SPEAK_EARLY(1),
  LURK(1),
  WAIT(1);

  private final int weight;

  Op(int weight) {
    this.weight = weight;
  }

  int weight() {
    return weight;
  }
}
