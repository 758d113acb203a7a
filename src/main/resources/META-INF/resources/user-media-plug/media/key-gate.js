import { Backoff } from '../wire/backoff.js';

/**
 * Lets through only frames that can be decoded: a decoder fed across a gap shows corrupt pictures and reports nothing.
 * While closed it asks for a key frame, ever less often.
 */
export class KeyGate {
  #ask;
  #backoff = new Backoff({ first: 400, most: 4000 });
  #next = null;
  #askAt = 0;
  gaps = 0;
  requests = 0;

  /** @param {() => void} ask asks the sender for a key frame */
  constructor(ask) {
    this.#ask = ask;
  }

  /** @param {{ sequence: number, key: boolean }} frame */
  admits({ sequence, key }) {
    if (this.#next !== null && sequence !== this.#next) {
      this.gaps++;
      this.#next = null;
    }
    if (this.#next === null && !key) {
      this.#request();
      return false;
    }
    if (key) this.#backoff.reset();
    this.#next = sequence + 1;
    return true;
  }

  /** Waits for the next key frame, which a newly configured sender sends unasked. */
  close() {
    this.#next = null;
  }

  #request() {
    if (performance.now() < this.#askAt) return;
    this.#askAt = performance.now() + this.#backoff.next();
    this.requests++;
    this.#ask();
  }
}
