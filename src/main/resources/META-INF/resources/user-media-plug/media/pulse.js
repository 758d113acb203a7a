const BEAT = 2000;
const QUIET = 7000;

/** Notices a peer gone silent long before any server's time-out would, if that peer is one that beats too. */
export class Pulse {
  #on;
  #timer;
  #lastHeard = 0;
  #peerBeats = false;
  #quiet = false;

  /** @param {{ beat: () => void, quiet: () => void, back: () => void }} on */
  constructor(on) {
    this.#on = on;
  }

  start() {
    this.stop();
    this.#peerBeats = this.#quiet = false;
    this.#timer = setInterval(() => this.#beat(), BEAT);
  }

  /** @param {boolean} [beat] whether what was heard is the peer's own beat */
  heard(beat = false) {
    this.#lastHeard = performance.now();
    this.#peerBeats ||= beat;
    if (!this.#quiet) return;
    this.#quiet = false;
    this.#on.back();
  }

  stop() {
    clearInterval(this.#timer);
  }

  #beat() {
    this.#on.beat();
    if (!this.#peerBeats || this.#quiet || performance.now() - this.#lastHeard < QUIET) return;
    this.#quiet = true;
    this.#on.quiet();
  }
}
