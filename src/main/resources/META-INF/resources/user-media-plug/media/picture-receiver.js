import { openPictureSink } from '../playback/picture-sink.js';
import { Decoding } from './decoding.js';
import { KeyGate } from './key-gate.js';

// Deeper than this the picture would be late: rather skip to the next key frame.
const MOST_IN_DECODER = 12;
// Not even key frames beyond it, for each of them may be anything.
const MOST_PENDING = 24;
// More than any camera's. Each picture on its way takes six bytes for four of these, and more where it is shown.
const MOST_PIXELS = 4096 * 2304;

/** Decodes picture frames into a track of the view. */
export class PictureReceiver {
  #view;
  #consumed;
  #decoding;
  #gate;
  #sink = null;
  #shown = 0;

  constructor({ view, consumed, keyWanted }) {
    this.#view = view;
    this.#consumed = consumed;
    this.#gate = new KeyGate(keyWanted);
    this.#decoding = new Decoding({
      consumed,
      failed: () => this.#gate.close(),
      make: on => new VideoDecoder(on),
      output: picture => this.#take(picture),
    });
  }

  configure({ codec }) {
    this.#gate.close();
    this.#decoding.configure({ codec, optimizeForLatency: true });
  }

  take(frame) {
    const { depth, ready } = this.#decoding;
    if (depth > MOST_IN_DECODER) this.#gate.close();
    if (!ready || depth > MOST_PENDING || !this.#gate.admits(frame)) {
      this.#consumed(frame.bytes);
      return;
    }
    this.#decoding.decode(new EncodedVideoChunk({
      type: frame.key ? 'key' : 'delta', timestamp: frame.timestamp, data: frame.payload,
    }), frame.bytes);
  }

  reset() {
    this.#gate.close();
    this.#decoding.configure(null);
  }

  stats() {
    return { picturesShown: this.#shown, gaps: this.#gate.gaps, keyRequests: this.#gate.requests };
  }

  close() {
    this.reset();
    this.#sink?.close();
    this.#sink = null;
  }

  #take(picture) {
    if (picture.codedWidth * picture.codedHeight > MOST_PIXELS) {
      picture.close();
      // Until a new configuration.
      this.#decoding.configure(null);
      return;
    }
    this.#show(picture);
  }

  #show(picture) {
    if (!this.#sink) {
      this.#sink = openPictureSink();
      this.#view.addTrack(this.#sink.track);
    }
    this.#shown++;
    this.#sink.show(picture);
  }
}
