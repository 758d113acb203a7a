const LEAST = 60_000;
const REVIEW = 1000;

/** Finds a bit rate the line carries: down quickly when frames must be skipped, up slowly when none are. */
export class Rate {
  #most;
  #sent = 0;
  #bytes = 0;
  #skipped = 0;
  #reviewAt = 0;
  current;

  /** @param {number} most bits a second */
  constructor(most) {
    this.#most = most;
    this.current = most;
  }

  /** @param {number} bytes */
  sent(bytes) {
    this.#sent++;
    this.#bytes += bytes;
  }

  skipped() {
    this.#skipped++;
  }

  /** @returns {boolean} whether `current` is another one now */
  review(now = performance.now()) {
    if (now < this.#reviewAt) return false;
    const share = this.#skipped / Math.max(1, this.#sent + this.#skipped);
    const carried = this.#bytes * 8 * 1000 / REVIEW;
    this.#reviewAt = now + REVIEW;
    this.#sent = this.#bytes = this.#skipped = 0;
    let wanted = this.current;
    if (share > 0.1) wanted = Math.min(this.current, carried) * 0.8;
    else if (share === 0) wanted = this.current * 1.1;
    const next = Math.round(Math.min(this.#most, Math.max(LEAST, wanted)));
    const changed = next !== this.current;
    this.current = next;
    return changed;
  }
}
