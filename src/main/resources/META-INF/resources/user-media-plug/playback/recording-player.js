import { PlayableSource } from '../media/abilities.js';
import { catchUp, evict } from './live-edge.js';

// Some seconds of a recording: what is not played by then is never caught up with.
const MOST_QUEUED = 64;
const MOST_QUEUED_BYTES = 8 * 1024 * 1024;

/** Plays a recording while it is being made: some hundred milliseconds late, but without WebCodecs. */
export class RecordingPlayer {
  #view;
  #consumed;
  #keyWanted;
  #mime = null;
  #source = null;
  #address = null;
  #buffer = null;
  #video = null;
  #queue = [];
  #queued = 0;
  #appending = 0;
  #next = 0;

  constructor({ view, consumed, keyWanted }) {
    this.#view = view;
    this.#consumed = consumed;
    this.#keyWanted = keyWanted;
  }

  configure({ mime }) {
    this.reset();
    this.#mime = mime;
    const source = new PlayableSource();
    this.#source = source;
    this.#address = URL.createObjectURL(source);
    source.onsourceopen = () => {
      if (source !== this.#source || this.#buffer) return;
      try {
        this.#buffer = source.addSourceBuffer(mime);
      } catch {
        this.#fail();
        return;
      }
      this.#buffer.onupdateend = () => this.#appended();
      this.#feed();
    };
    this.#video = this.#view.showSource(this.#address);
    // A managed source opens only where playing elsewhere is ruled out.
    this.#video.disableRemotePlayback = true;
  }

  take(frame) {
    if (frame.sequence !== this.#next) {
      this.#consumed(frame.bytes);
      // Asked once: the new recording brings a new configuration, and with it a new count.
      if (this.#next !== -1) this.#keyWanted();
      this.#next = -1;
      return;
    }
    this.#next++;
    this.#queue.push(frame);
    this.#queued += frame.bytes;
    if (this.#queue.length > MOST_QUEUED || this.#queued > MOST_QUEUED_BYTES) this.#fail();
    else this.#feed();
  }

  reset() {
    this.#consumed(this.#queued + this.#appending);
    this.#queue = [];
    this.#queued = this.#appending = 0;
    this.#next = 0;
    this.#buffer = null;
    this.#source = null;
    if (this.#address) URL.revokeObjectURL(this.#address);
    this.#address = null;
  }

  stats() {
    const late = this.#video && this.#buffer?.buffered.length
      ? this.#buffer.buffered.end(this.#buffer.buffered.length - 1) - this.#video.currentTime : 0;
    return { recordingLate: Math.round(late * 1000) };
  }

  close() {
    this.reset();
  }

  #feed() {
    if (!this.#buffer || this.#buffer.updating || this.#queue.length === 0) return;
    if (this.#source.readyState !== 'open' || this.#video.error) {
      this.#fail();
      return;
    }
    const { payload, bytes } = this.#queue.shift();
    this.#queued -= bytes;
    this.#appending = bytes;
    try {
      this.#buffer.appendBuffer(payload);
    } catch {
      this.#consumed(bytes);
      this.#appending = 0;
      this.#fail();
    }
  }

  #appended() {
    this.#consumed(this.#appending);
    this.#appending = 0;
    catchUp(this.#video, this.#buffer);
    if (!evict(this.#video, this.#buffer)) this.#feed();
  }

  #fail() {
    this.#consumed(this.#queued);
    this.#queue = [];
    this.#queued = 0;
    if (this.#next !== -1) this.#keyWanted();
    this.#next = -1;
  }
}
