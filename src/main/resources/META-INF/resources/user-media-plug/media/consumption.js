const FLUSH_BYTES = 16 * 1024;
const FLUSH_AFTER = 25;

/** Tells the sender what was consumed, a few times a second rather than once a frame. */
export class Consumption {
  #send;
  #bytes = 0;
  #since = 0;
  #timer = null;

  /** @param {(message: object) => void} send */
  constructor(send) {
    this.#send = send;
  }

  /** @param {number} bytes */
  add(bytes) {
    if (this.#bytes === 0) this.#since = performance.now();
    this.#bytes += bytes;
    // A hidden tab's timers are slow, so a busy line flushes by the clock and needs the timer only for its last bytes.
    if (this.#bytes >= FLUSH_BYTES || performance.now() - this.#since >= FLUSH_AFTER) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), FLUSH_AFTER);
  }

  /** What was received before a new `pair` is of no interest to the sender any more. */
  forget() {
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#bytes = 0;
  }

  #flush() {
    const bytes = this.#bytes;
    this.forget();
    if (bytes > 0) this.#send({ type: 'credit', bytes });
  }
}
