package io.github.usermediaplug.socket.intake;

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

  void pause();

  void resume();
}
