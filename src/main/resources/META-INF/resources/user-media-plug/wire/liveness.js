const SILENCE = 12_000;

/** Notices a line that died without a word: a page can't see the server's pings, so it asks when nothing was heard. */
export class Liveness {
  #ask;
  #dead;
  #timer;
  #lastHeard = 0;

  /**
   * @param {() => Promise<unknown>} ask something cheap the server answers
   * @param {() => void} dead
   */
  constructor(ask, dead) {
    this.#ask = ask;
    this.#dead = dead;
  }

  watch() {
    this.heard();
    clearInterval(this.#timer);
    this.#timer = setInterval(() => this.#check(), SILENCE / 2);
  }

  heard() {
    this.#lastHeard = Date.now();
  }

  rest() {
    clearInterval(this.#timer);
  }

  async #check() {
    if (Date.now() - this.#lastHeard < SILENCE) return;
    try {
      await this.#ask();
    } catch (error) {
      // A refusal is a sign of life too.
      if (error.code === 'timeout') this.#dead();
    }
  }
}
