package io.github.usermediaplug.it.stock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where one server listens, instead of where its stock configuration says. */
final class Ports {
  private final List<Integer> free;

  private Ports(List<Integer> free) {
    this.free = free;
  }

  /** So many that nobody listens on. All are held until all are found, so that none is twice. */
  static Ports reserve(int number) {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < number; i++) {
        held.add(new ServerSocket(0));
      }
      return new Ports(held.stream().map(ServerSocket::getLocalPort).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      held.forEach(Ports::release);
    }
  }

  private static void release(ServerSocket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int http() {
    return free.get(0);
  }

  /** Where the server's own stop command talks to it. */
  int admin() {
    return free.get(1);
  }

  Stream<Integer> others() {
    return free.stream().skip(2);
  }
}
