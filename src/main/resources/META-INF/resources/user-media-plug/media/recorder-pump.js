import { RECORDING } from './frame.js';

const SLICE = 100;
const MOST_CHUNK = 512 * 1024;
const BITS = 900_000;

/** Sends what a MediaRecorder writes. Its chunks build on one another, so a short line pauses it as a whole. */
export class RecorderPump {
  track = 'recorder';
  #stream;
  #mime;
  #outlet;
  #recorder = null;
  #order = Promise.resolve();

  constructor({ sources, mime, outlet }) {
    this.#stream = new MediaStream(sources.filter(Boolean));
    this.#mime = mime;
    this.#outlet = outlet;
    this.#begin();
  }

  /** A recording can be understood from its start only. */
  renew() {
    this.#finish();
    this.#begin();
  }

  close() {
    this.#finish();
  }

  #begin() {
    const epoch = this.#outlet.announce({ track: 'recorder', mime: this.#mime });
    const head = { kind: RECORDING, epoch, sequence: 0, timestamp: 0, duration: 0 };
    const recorder = new MediaRecorder(this.#stream, {
      mimeType: this.#mime, videoBitsPerSecond: BITS, videoKeyFrameIntervalDuration: 1000,
    });
    recorder.ondataavailable = ({ data }) => {
      // Reading a blob takes an unknown time each, and the chunks must not overtake each other.
      this.#order = this.#order.then(() => data.arrayBuffer()).then(bytes => {
        if (recorder === this.#recorder) this.#emit(head, new Uint8Array(bytes));
      });
      this.#pace(recorder);
    };
    recorder.onerror = () => recorder === this.#recorder && this.#outlet.failed();
    this.#recorder = recorder;
    recorder.start(SLICE);
  }

  #emit(head, bytes) {
    for (let from = 0; from < bytes.length; from += MOST_CHUNK) {
      const part = bytes.subarray(from, from + MOST_CHUNK);
      this.#outlet.emit({ ...head, key: head.sequence === 0 }, part.length, room => room.set(part));
      head.sequence++;
    }
  }

  #pace(recorder) {
    if (recorder.state !== 'recording' || this.#outlet.budget.admitsRecording()) return;
    this.#outlet.skipped();
    recorder.pause();
    const wait = setInterval(() => {
      if (recorder.state === 'paused' && !this.#outlet.budget.admitsRecording()) return;
      clearInterval(wait);
      if (recorder.state === 'paused') recorder.resume();
    }, SLICE);
  }

  #finish() {
    const recorder = this.#recorder;
    this.#recorder = null;
    if (recorder && recorder.state !== 'inactive') recorder.stop();
  }
}
