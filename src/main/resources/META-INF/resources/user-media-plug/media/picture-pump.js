import { capturePicture } from '../capture/picture.js';
import { encoderTuning } from './abilities.js';
import { PICTURE } from './frame.js';
import { Rate } from './rate.js';

const BITS_PER_PIXEL_SECOND = 3.3;
const MOST_BITS = 2_500_000;
// More than this in the encoder means that the processor, not the line, is short.
const MOST_QUEUED = 2;

/** Encodes a picture track. Thinned before the encoder, what remains has no gaps and stays decodable. */
export class PicturePump {
  track = 'video';
  #outlet;
  #codec;
  #encoder = null;
  #rate;
  #size = '';
  #head = { kind: PICTURE, epoch: 0, sequence: 0 };
  #keyWanted = true;
  #source;
  #stopCapture;
  #closed = false;

  constructor({ source, codec, outlet }) {
    this.#source = source;
    this.#codec = codec;
    this.#outlet = outlet;
    this.#stopCapture = capturePicture(source, frame => this.#take(frame));
  }

  renew() {
    this.#keyWanted = true;
  }

  close() {
    this.#closed = true;
    this.#stopCapture();
    if (this.#encoder?.state !== 'closed') this.#encoder?.close();
    this.#encoder = null;
  }

  #take(frame) {
    try {
      if (this.#closed || !this.#source.enabled) return;
      this.#fit(frame);
      if (!this.#affordable()) return;
      this.#encoder.encode(frame, { keyFrame: this.#keyWanted });
      this.#keyWanted = false;
    } finally {
      frame.close();
    }
  }

  #affordable() {
    const lineShort = !this.#outlet.budget.admitsPicture();
    if (lineShort) this.#rate.skipped();
    const affordable = !lineShort && this.#encoder.encodeQueueSize <= MOST_QUEUED;
    if (!affordable) this.#outlet.skipped();
    return affordable;
  }

  #fit({ displayWidth: width, displayHeight: height }) {
    const size = `${width}x${height}`;
    if (size !== this.#size) {
      this.#size = size;
      this.#rate = new Rate(Math.min(MOST_BITS, Math.round(width * height * BITS_PER_PIXEL_SECOND)));
      this.#rate.review();
      this.#begin(width, height);
    } else if (this.#rate.review()) {
      this.#configure(width, height);
    }
  }

  #begin(width, height) {
    if (this.#encoder?.state !== 'closed') this.#encoder?.close();
    const epoch = this.#outlet.announce({ track: 'video', codec: this.#codec, width, height });
    this.#head = { kind: PICTURE, epoch, sequence: 0 };
    this.#keyWanted = true;
    const encoder = new VideoEncoder({
      output: chunk => encoder === this.#encoder && this.#emit(chunk),
      error: () => encoder === this.#encoder && this.#outlet.failed(),
    });
    this.#encoder = encoder;
    this.#configure(width, height);
  }

  #configure(width, height) {
    this.#encoder.configure({
      codec: this.#codec, width, height, bitrate: this.#rate.current, ...encoderTuning(this.#codec),
    });
  }

  #emit(chunk) {
    const head = { ...this.#head, key: chunk.type === 'key', timestamp: chunk.timestamp, duration: chunk.duration };
    this.#head.sequence++;
    this.#rate.sent(chunk.byteLength);
    this.#outlet.emit(head, chunk.byteLength, room => chunk.copyTo(room));
  }
}
