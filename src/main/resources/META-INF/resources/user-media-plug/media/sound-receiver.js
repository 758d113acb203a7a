import { openSoundSink } from '../playback/sound-sink.js';
import { Decoding } from './decoding.js';

// Two seconds of packets of 20 ms: whoever is that far behind is helped by less.
const MOST_PENDING = 100;

/** Decodes packets of sound into a track of the view. */
export class SoundReceiver {
  #view;
  #consumed;
  #decoding;
  #sink = null;
  #closed = false;

  constructor({ view, consumed }) {
    this.#view = view;
    this.#consumed = consumed;
    this.#decoding = new Decoding({
      consumed,
      failed: () => {},
      make: on => new AudioDecoder(on),
      output: data => {
        this.#sink.opened?.play(data);
        data.close();
      },
    });
  }

  configure({ codec, sampleRate, numberOfChannels }) {
    this.#sink ??= this.#openSink();
    this.#decoding.configure({ codec, sampleRate, numberOfChannels });
  }

  take(frame) {
    if (!this.#decoding.ready || this.#decoding.depth > MOST_PENDING) {
      this.#consumed(frame.bytes);
      return;
    }
    this.#decoding.decode(
      new EncodedAudioChunk({ type: 'key', timestamp: frame.timestamp, data: frame.payload }), frame.bytes);
  }

  reset() {
    this.#decoding.configure(null);
  }

  stats() {
    return this.#sink?.opened?.stats() ?? { soundBuffered: 0, soundLate: 0 };
  }

  close() {
    this.#closed = true;
    this.reset();
    this.#sink?.opened?.close();
  }

  // Loading a worklet takes a moment; sound that comes before is let go.
  #openSink() {
    const pending = { opened: null };
    openSoundSink().then(sink => {
      if (this.#closed) {
        sink.close();
        return;
      }
      pending.opened = sink;
      this.#view.addTrack(sink.track);
    }, () => {});
    return pending;
  }
}
