const FLUSH_BYTES = 16 * 1024;
const FLUSH_AFTER = 25;

/** Tells the sender what was consumed, a few times a second rather than once a frame. */
export class Consumption {
  #send;
  #bytes = 0;
  #since = 0;
  #timer = null;
  #expected = null;

  /** @param {(message: object) => void} send */
  constructor(send) {
    this.#send = send;
  }

  /**
   * Credits what was lost before this message: uncredited, it would take its share of the window for good.
   * @param {{ offset: number, bytes: number }} frame
   */
  arrived({ offset, bytes }) {
    const lost = this.#expected === null ? 0 : (offset - this.#expected) >>> 0;
    this.#expected = (offset + bytes) >>> 0;
    // A step back is the sender's count begun anew.
    if (lost > 0 && lost < 2 ** 31) this.add(lost);
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
    this.#clear();
    this.#expected = null;
  }

  #flush() {
    const bytes = this.#bytes;
    this.#clear();
    if (bytes > 0) this.#send({ type: 'credit', bytes });
  }

  #clear() {
    clearTimeout(this.#timer);
    this.#timer = null;
    this.#bytes = 0;
  }
}
