package io.github.usermediaplug.limit;

import io.github.usermediaplug.socket.FakeSession;

/** Sessions with an address, as a handshake leaves it with them. */
public final class Callers {

  private Callers() {}

  public static void comesFrom(FakeSession session, String address) {
    CallerAddress.remember(AddressBlock.of(address));
    CallerAddress.keepIn(session.properties);
    CallerAddress.forget();
  }
}
