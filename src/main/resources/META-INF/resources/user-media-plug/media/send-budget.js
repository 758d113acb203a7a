// How much older than the fastest round trip the oldest unconsumed byte may be before a track is thinned, in
// milliseconds. A window of bytes alone would allow seconds of delay on a slow line. Sound gives way last.
const PICTURE_DELAY = 200;
const SOUND_DELAY = 700;
// A recording comes in bursts, and pausing it stops sound and picture alike.
const RECORDING_DELAY = 600;
// The part of the window only sound may use.
const SOUND_RESERVE = 32 * 1024;

/** What may be sent now, judged by what the receiver said it consumed. */
export class SendBudget {
  #window = 0;
  #sent = 0;
  #consumed = 0;
  #unconsumed = [];
  #fastest = Infinity;
  #now;

  /** @param {() => number} [now] a monotonic clock in milliseconds */
  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  /** Opens a new window: a new `pair` forgets all that is outstanding. @param {number} window bytes */
  reset(window) {
    this.#window = window;
    this.#sent = this.#consumed = 0;
    this.#unconsumed = [];
    this.#fastest = Infinity;
  }

  /** @param {number} bytes */
  spend(bytes) {
    this.#sent += bytes;
    this.#unconsumed.push({ upTo: this.#sent, at: this.#now() });
  }

  /** @param {number} bytes finite, and not negative */
  credit(bytes) {
    // Credit for what was sent before the last reset may arrive late, and a peer may say anything, hence the bound.
    this.#consumed = Math.min(this.#sent, this.#consumed + bytes);
    while (this.#unconsumed.length > 0 && this.#unconsumed[0].upTo <= this.#consumed) {
      this.#fastest = Math.min(this.#fastest, this.#now() - this.#unconsumed.shift().at);
    }
  }

  /** Bytes sent since the window was opened. */
  get sent() {
    return this.#sent;
  }

  get outstanding() {
    return this.#sent - this.#consumed;
  }

  /** Milliseconds that the oldest unconsumed byte has been under way. */
  get age() {
    return this.#unconsumed.length > 0 ? this.#now() - this.#unconsumed[0].at : 0;
  }

  /** The fastest way there and back so far, in milliseconds. */
  get roundTrip() {
    return this.#fastest === Infinity ? 0 : this.#fastest;
  }

  admitsPicture() {
    return this.outstanding + SOUND_RESERVE < this.#window && this.age < this.roundTrip + PICTURE_DELAY;
  }

  admitsRecording() {
    return this.outstanding < this.#window / 2 && this.age < this.roundTrip + RECORDING_DELAY;
  }

  /** @param {number} bytes */
  admitsSound(bytes) {
    return this.outstanding + bytes <= this.#window && this.age < this.roundTrip + SOUND_DELAY;
  }
}
