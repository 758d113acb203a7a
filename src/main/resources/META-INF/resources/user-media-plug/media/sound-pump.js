import { captureSound } from '../capture/sound.js';
import { SOUND } from './frame.js';

const BITRATE = 32_000;

/** Encodes a sound track. */
export class SoundPump {
  track = 'audio';
  #outlet;
  #codec;
  #source;
  #encoder = null;
  #format = '';
  #head = { kind: SOUND, epoch: 0, sequence: 0 };
  #stopCapture;
  #closed = false;

  constructor({ source, codec, outlet }) {
    this.#source = source;
    this.#codec = codec;
    this.#outlet = outlet;
    this.#stopCapture = captureSound(source, data => this.#take(data));
  }

  // Every packet of sound can be decoded by itself.
  renew() {}

  close() {
    this.#closed = true;
    this.#stopCapture();
    if (this.#encoder?.state !== 'closed') this.#encoder?.close();
    this.#encoder = null;
  }

  #take(data) {
    try {
      if (this.#closed || !this.#source.enabled) return;
      this.#fit(data);
      this.#encoder.encode(data);
    } finally {
      data.close();
    }
  }

  #fit({ sampleRate, numberOfChannels }) {
    const format = `${sampleRate}/${numberOfChannels}`;
    if (format === this.#format) return;
    this.#format = format;
    if (this.#encoder?.state !== 'closed') this.#encoder?.close();
    const epoch = this.#outlet.announce({ track: 'audio', codec: this.#codec, sampleRate, numberOfChannels });
    this.#head = { kind: SOUND, epoch, sequence: 0 };
    const encoder = new AudioEncoder({
      output: chunk => encoder === this.#encoder && this.#emit(chunk),
      error: () => encoder === this.#encoder && this.#outlet.failed(),
    });
    encoder.configure({ codec: this.#codec, sampleRate, numberOfChannels, bitrate: BITRATE * numberOfChannels });
    this.#encoder = encoder;
  }

  #emit(chunk) {
    if (!this.#outlet.budget.admitsSound(chunk.byteLength)) {
      this.#outlet.skipped();
      return;
    }
    const head = { ...this.#head, key: true, timestamp: chunk.timestamp, duration: chunk.duration };
    this.#head.sequence++;
    this.#outlet.emit(head, chunk.byteLength, room => chunk.copyTo(room));
  }
}
