// In samples. Play begins at START and begins anew there after an underrun; above MOST the oldest is skipped.
const START = Math.round(sampleRate * 0.06);
const MOST = Math.round(sampleRate * 0.2);
const CAPACITY = sampleRate;
const REPORT = sampleRate / 2;

/** A jitter buffer: plays what the page hands in, never later than MOST. */
class Playout extends AudioWorkletProcessor {
  #ring = [new Float32Array(CAPACITY), new Float32Array(CAPACITY)];
  #read = 0;
  #buffered = 0;
  #playing = false;
  #late = 0;
  #sinceReport = 0;
  #stopped = false;

  constructor() {
    super();
    this.port.onmessage = ({ data }) => {
      if (data === 'stop') this.#stopped = true;
      else this.#push(data);
    };
  }

  process(_, [output]) {
    const length = output[0].length;
    this.#report(length);
    if (this.#buffered >= START) this.#playing = true;
    if (this.#buffered < length) this.#playing = false;
    if (this.#playing) this.#pull(output, length);
    return !this.#stopped;
  }

  #push(planes) {
    const length = planes[0].length;
    for (const [channel, ring] of this.#ring.entries()) {
      const plane = planes[channel] ?? planes[0];
      const start = this.#read + this.#buffered;
      for (let i = 0; i < length; i++) ring[(start + i) % CAPACITY] = plane[i];
    }
    this.#buffered += length;
    if (this.#buffered > MOST) this.#skip(this.#buffered - START);
  }

  #pull(output, length) {
    for (const [channel, samples] of output.entries()) {
      const ring = this.#ring[channel];
      for (let i = 0; i < length; i++) samples[i] = ring[(this.#read + i) % CAPACITY];
    }
    this.#advance(length);
  }

  #skip(length) {
    this.#late += length;
    this.#advance(length);
  }

  #advance(length) {
    this.#read = (this.#read + length) % CAPACITY;
    this.#buffered -= length;
  }

  #report(length) {
    this.#sinceReport += length;
    if (this.#sinceReport < REPORT) return;
    this.#sinceReport = 0;
    const toMillis = samples => Math.round(samples / sampleRate * 1000);
    this.port.postMessage({ soundBuffered: toMillis(this.#buffered), soundLate: toMillis(this.#late) });
  }
}

registerProcessor('user-media-plug-playout', Playout);
