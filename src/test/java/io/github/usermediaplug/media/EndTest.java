package io.github.usermediaplug.media;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.usermediaplug.socket.Frame;
import io.github.usermediaplug.socket.MemoryBudget;
import io.github.usermediaplug.socket.MemoryOwner;
import org.junit.jupiter.api.Test;

class EndTest {

  private final MemoryBudget all = new MemoryBudget(1 << 20, 1 << 20, owner -> {});
  private final End end = new End("bob", all.share(MemoryOwner.user("ada"), () -> {}));

  @Test
  void whatIsKeptForAUserThatIsGoneIsOnTheSendersAccount() {
    Frame frame = new Frame.Binary(new byte[1024]);
    end.take(frame);
    assertEquals(frame.cost(), all.used());
    assertEquals(frame.cost(), end.backlog());
    end.drop();
    assertEquals(0, all.used());
  }

  @Test
  void whatComesAfterItsEndIsNotCounted() {
    end.end();
    end.take(new Frame.Binary(new byte[1024]));
    assertEquals(0, all.used());
  }
}
