package io.github.usermediaplug.bench.store;

import io.github.usermediaplug.roster.UserStore;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;

/**
 * Put into the product's WAR as a host's class would be: so many writers who take on a peer and
 * drop it again, by turns, the next as soon as one is durable, with no message between. Answers how
 * many changes a second became durable.
 */
@WebServlet("/store-load")
public class StoreLoad extends HttpServlet {

  private static final int PEERS = 5000;

  @Inject private UserStore store;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    int writers = Integer.parseInt(request.getParameter("writers"));
    Load load = new Load();
    for (int i = 0; i < writers; i++) {
      String user = "writer-" + i + "-of-" + writers;
      store.register(user, List.of()).thenRun(() -> load.next(user, true));
    }
    pause(request.getParameter("warm-up"));
    long before = load.done.sum();
    long begun = System.nanoTime();
    pause(request.getParameter("measured"));
    double seconds = (System.nanoTime() - begun) / 1e9;
    response.getWriter().print((load.done.sum() - before) / seconds);
    load.over = true;
  }

  private static void pause(String seconds) {
    long until = System.nanoTime() + (long) (Double.parseDouble(seconds) * 1e9);
    while (System.nanoTime() < until) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
    }
  }

  private final class Load {

    private final LongAdder done = new LongAdder();
    private volatile boolean over;

    private void next(String user, boolean add) {
      if (over) {
        return;
      }
      List<String> peer = List.of("somebody");
      (add ? store.add(user, peer, PEERS) : store.delete(user, peer))
          .thenAccept(
              stored -> {
                if (stored == UserStore.Stored.DONE) {
                  done.increment();
                  next(user, !add);
                }
              });
    }
  }
}
