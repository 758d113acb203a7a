package io.github.usermediaplug.socket;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.websocket.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AdmissionTest {

  private final ClassLoader usual = Thread.currentThread().getContextClassLoader();

  @AfterEach
  void giveTheThreadItsLoaderBack() {
    Thread.currentThread().setContextClassLoader(usual);
  }

  @Test
  void noContainerEndsASessionForBeingIdle() {
    FakeSession client = new FakeSession();
    new Admission<>(closed -> {}).open(client.session, session -> new Object());
    assertTrue(client.maxIdleTimeout < 0);
  }

  @Test
  void aSessionThatHasEndedReachesTheDoorAllTheSame() {
    FakeSession client = new FakeSession();
    client.ended = true;
    List<Session> seen = new ArrayList<>();
    new Admission<>(closed -> {}).open(client.session, seen::add);
    assertEquals(List.of(client.session), seen);
  }

  @Test
  void aThreadWithoutAClassLoaderHasOneWhileItTells() {
    AtomicReference<ClassLoader> seen = new AtomicReference<>();
    Admission<Object> admission = new Admission<>(closed -> {});
    admission.open(new FakeSession().session, session -> new Object());
    Thread.currentThread().setContextClassLoader(null);
    admission.tell(connection -> seen.set(Thread.currentThread().getContextClassLoader()));
    assertNotNull(seen.get());
    assertNull(Thread.currentThread().getContextClassLoader());
  }
}
