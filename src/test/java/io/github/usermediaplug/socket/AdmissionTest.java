package io.github.usermediaplug.socket;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.websocket.Session;
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
    AtomicReference<Session> seen = new AtomicReference<>();
    new Admission<>(closed -> {}).open(client.session, seen::getAndSet);
    assertSame(client.session, seen.get());
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
