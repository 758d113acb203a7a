import { openSoundSink } from '../playback/sound-sink.js';
import { Decoding } from './decoding.js';

/** Decodes packets of sound into a track of the view. */
export class SoundReceiver {
  #view;
  #consumed;
  #decoding;
  #decoder = null;
  #config = null;
  #sink = null;
  #closed = false;

  constructor({ view, consumed }) {
    this.#view = view;
    this.#consumed = consumed;
    this.#decoding = new Decoding(consumed);
  }

  configure({ codec, sampleRate, numberOfChannels }) {
    this.#config = { codec, sampleRate, numberOfChannels };
    this.#sink ??= this.#openSink();
    this.#renewDecoder();
  }

  take(frame) {
    if (this.#decoder === null) this.#renewDecoder();
    this.#decoding.entered(frame.bytes);
    this.#decoder.decode(new EncodedAudioChunk({ type: 'key', timestamp: frame.timestamp, data: frame.payload }));
  }

  reset() {
    this.#dropDecoder();
    this.#config = null;
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

  #renewDecoder() {
    this.#dropDecoder();
    const decoder = new AudioDecoder({
      output: data => {
        if (decoder === this.#decoder) this.#decoding.left();
        this.#sink.opened?.play(data);
        data.close();
      },
      error: () => decoder === this.#decoder && this.#dropDecoder(),
    });
    decoder.configure(this.#config);
    this.#decoder = decoder;
  }

  #dropDecoder() {
    const decoder = this.#decoder;
    this.#decoder = null;
    if (decoder && decoder.state !== 'closed') decoder.close();
    this.#decoding.abandoned();
  }
}
