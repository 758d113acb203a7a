import { openPictureSink } from '../playback/picture-sink.js';
import { Decoding } from './decoding.js';
import { KeyGate } from './key-gate.js';

// Deeper than this the picture would be late: rather skip to the next key frame.
const MOST_IN_DECODER = 12;

/** Decodes picture frames into a track of the view. */
export class PictureReceiver {
  #view;
  #consumed;
  #decoding;
  #gate;
  #decoder = null;
  #config = null;
  #sink = null;
  #shown = 0;

  constructor({ view, consumed, keyWanted }) {
    this.#view = view;
    this.#consumed = consumed;
    this.#decoding = new Decoding(consumed);
    this.#gate = new KeyGate(keyWanted);
  }

  configure(config) {
    this.#config = { codec: config.codec, optimizeForLatency: true };
    this.#renewDecoder();
  }

  take(frame) {
    if (this.#decoding.depth > MOST_IN_DECODER) this.#gate.close();
    if (!this.#gate.admits(frame)) {
      this.#consumed(frame.bytes);
      return;
    }
    if (this.#decoder === null) this.#renewDecoder();
    this.#decoding.entered(frame.bytes);
    this.#decoder.decode(new EncodedVideoChunk({
      type: frame.key ? 'key' : 'delta', timestamp: frame.timestamp, data: frame.payload,
    }));
  }

  reset() {
    this.#dropDecoder();
    this.#config = null;
  }

  stats() {
    return { picturesShown: this.#shown, gaps: this.#gate.gaps, keyRequests: this.#gate.requests };
  }

  close() {
    this.reset();
    this.#sink?.close();
    this.#sink = null;
  }

  #renewDecoder() {
    this.#dropDecoder();
    const decoder = new VideoDecoder({
      output: picture => {
        if (decoder !== this.#decoder) {
          picture.close();
          return;
        }
        this.#decoding.left();
        this.#show(picture);
      },
      error: () => decoder === this.#decoder && this.#dropDecoder(),
    });
    decoder.configure(this.#config);
    this.#decoder = decoder;
  }

  #show(picture) {
    if (!this.#sink) {
      this.#sink = openPictureSink();
      this.#view.addTrack(this.#sink.track);
    }
    this.#shown++;
    this.#sink.show(picture);
  }

  #dropDecoder() {
    const decoder = this.#decoder;
    this.#decoder = null;
    this.#gate.close();
    if (decoder && decoder.state !== 'closed') decoder.close();
    this.#decoding.abandoned();
  }
}
