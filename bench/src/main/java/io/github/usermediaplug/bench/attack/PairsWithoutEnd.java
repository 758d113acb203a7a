package io.github.usermediaplug.bench.attack;

import io.github.usermediaplug.bench.talk.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** 40 users call, accept and unpair each other, 450 pairs a second in all. */
final class PairsWithoutEnd implements Attack {

  private static final String CHURNING = "churning";
  private static final int USERS = 40;
  private static final double ROUNDS_PER_SECOND = 22.5;
  private static final long STUCK_NANOS = 2_000_000_000L;

  @Override
  public int row() {
    return 12;
  }

  @Override
  public String name() {
    return "pairs without end";
  }

  @Override
  public Map<String, List<String>> users() {
    return Registered.inOneCircle(CHURNING, USERS);
  }

  @Override
  public void run(Stage stage) {
    List<Account> users = stage.enter(CHURNING, USERS);
    List<Two> twos = new ArrayList<>();
    for (int i = 0; i < USERS; i += 2) {
      twos.add(new Two(users.get(i), users.get(i + 1)));
    }
    stage.ready();
    stage.atRate(ROUNDS_PER_SECOND, done -> twos.forEach(Two::call));
  }

  /** Two who do; a round that came to nothing is given up after a while. */
  private static final class Two {

    private final Account caller;
    private final Account callee;
    private boolean isUnderWay;
    private long begunNanos;

    private Two(Account caller, Account callee) {
      this.caller = caller;
      this.callee = callee;
      caller.hears(this::callerHears);
      callee.hears(this::calleeHears);
    }

    private void call() {
      if (isUnderWay && System.nanoTime() - begunNanos < STUCK_NANOS) {
        return;
      }
      if (isUnderWay) {
        caller.step("unpair", callee.name());
        callee.step("unpair", caller.name());
      }
      isUnderWay = true;
      begunNanos = System.nanoTime();
      caller.step("call", callee.name());
    }

    private void callerHears(String text) {
      if (Json.isType(text, "force-call")) {
        caller.step("unpair", callee.name());
      } else if (Json.isType(text, "res") && Json.field(text, "for").equals("unpair")) {
        isUnderWay = false;
      }
    }

    private void calleeHears(String text) {
      if (Json.isType(text, "call")) {
        callee.step("accept", caller.name());
      }
    }
  }
}
