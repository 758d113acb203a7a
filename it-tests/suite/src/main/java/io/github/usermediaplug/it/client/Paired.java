package io.github.usermediaplug.it.client;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/** Two users in a pair, each with what the server told it to open its media. */
public record Paired(User alice, ForceCall toAlice, User bob, ForceCall toBob) {
  public Paired {
    assertEquals(toAlice.pair(), toBob.pair(), "both are told the same pair");
  }

  /** Both join, and are told so. */
  public Connected connect() {
    Media alices = alice.joins(toAlice);
    Media bobs = bob.joins(toBob);
    alices.paired();
    bobs.paired();
    return new Connected(alice, alices, bob, bobs);
  }

  /** Two users whose media is joined. */
  public record Connected(User alice, Media alices, User bob, Media bobs) {
    /** Each says something, and hears it from the other as it was said. */
    public void talk() {
      byte[] voice = new byte[4 << 10];
      for (int i = 0; i < 10; i++) {
        voice[0] = (byte) i;
        alices.link().send(voice);
        assertArrayEquals(voice, bobs.link().next().bytes());
        bobs.link().send(voice);
        assertArrayEquals(voice, alices.link().next().bytes());
      }
    }
  }
}
