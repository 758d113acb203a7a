// 10 ms at 48 kHz: small enough for latency, large enough to spare messages.
const SAMPLES = 480;

/** Hands the sound of its input to the page. */
class Capture extends AudioWorkletProcessor {
  #samples = new Float32Array(SAMPLES);
  #filled = 0;
  #stopped = false;

  constructor() {
    super();
    this.port.onmessage = () => { this.#stopped = true; };
  }

  process([[channel]]) {
    for (const sample of channel ?? []) {
      this.#samples[this.#filled++] = sample;
      if (this.#filled === SAMPLES) this.#flush();
    }
    return !this.#stopped;
  }

  #flush() {
    const samples = this.#samples;
    this.port.postMessage({ samples, timestamp: Math.round(currentTime * 1e6) }, [samples.buffer]);
    this.#samples = new Float32Array(SAMPLES);
    this.#filled = 0;
  }
}

registerProcessor('user-media-plug-capture', Capture);
