/** Waiting times that double up to a ceiling, with jitter: a server that comes back is not met by everyone at once. */
export class Backoff {
  #first;
  #most;
  #attempt = 0;

  /** @param {{ first?: number, most?: number }} [limits] in milliseconds */
  constructor({ first = 300, most = 15_000 } = {}) {
    this.#first = first;
    this.#most = most;
  }

  /** @returns {number} milliseconds to wait before the next attempt */
  next() {
    const ceiling = Math.min(this.#most, this.#first * 2 ** this.#attempt++);
    return Math.round(ceiling * (0.5 + Math.random() / 2));
  }

  reset() {
    this.#attempt = 0;
  }
}
