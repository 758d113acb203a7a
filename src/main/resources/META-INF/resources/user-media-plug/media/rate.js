const LEAST = 80_000;
const REVIEW = 1000;

/** Finds a bit rate the line carries: down quickly when frames must be skipped, up slowly when none are. */
export class Rate {
  #most;
  #sent = 0;
  #skipped = 0;
  #reviewAt = 0;
  current;

  /** @param {number} most bits a second */
  constructor(most) {
    this.#most = most;
    this.current = most;
  }

  sent() {
    this.#sent++;
  }

  skipped() {
    this.#skipped++;
  }

  /** @returns {boolean} whether `current` is another one now */
  review(now = performance.now()) {
    if (now < this.#reviewAt) return false;
    const share = this.#skipped / Math.max(1, this.#sent + this.#skipped);
    this.#reviewAt = now + REVIEW;
    this.#sent = this.#skipped = 0;
    const wanted = share > 0.1 ? this.current * 0.7 : share === 0 ? this.current * 1.1 : this.current;
    const next = Math.round(Math.min(this.#most, Math.max(LEAST, wanted)));
    const changed = next !== this.current;
    this.current = next;
    return changed;
  }
}
