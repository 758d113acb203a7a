package io.github.usermediaplug.bench.subject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;

/** Finds ports nobody listens on. */
public final class Ports {

  private Ports() {}

  /** One that was free a moment ago. */
  public static int free() {
    try (ServerSocket probe = new ServerSocket(0)) {
      return probe.getLocalPort();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
