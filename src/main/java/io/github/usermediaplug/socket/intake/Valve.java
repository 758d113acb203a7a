package io.github.usermediaplug.socket.intake;

import java.util.function.IntConsumer;

/** What a container offers to pause reading. Called alternately, a pause first. */
interface Valve {

  /** Where a container offers nothing. */
  Valve NONE =
      new Valve() {
        @Override
        public void pause() {}

        @Override
        public void resume() {}
      };

  /** So many bytes of a message have reached the endpoint, perhaps the last of it. */
  default void given(int bytes, boolean last) {}

  /** Has this told how many frames have come that no message needed, if the container tells. */
  default void whenNeedless(IntConsumer action) {}

  void pause();

  void resume();
}
