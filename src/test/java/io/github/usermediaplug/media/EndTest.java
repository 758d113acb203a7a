package io.github.usermediaplug.media;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Timeout.ThreadMode.SEPARATE_THREAD;

import io.github.usermediaplug.socket.Frame;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EndTest {

  private final End end = new End("bob", new AtomicLong());

  @Test
  @Timeout(value = 60, threadMode = SEPARATE_THREAD)
  void aUserThatIsGoneWeighsByWhatIsKeptForIt() {
    end.take(new Frame.Binary(new byte[1024]));
    while (end.burden() == 0) {
      Thread.onSpinWait();
    }
    end.drop();
    assertEquals(0, end.burden());
  }
}
