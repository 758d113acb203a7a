import { producible } from './abilities.js';
import { MOST_BYTES, packFrame } from './frame.js';
import { PicturePump } from './picture-pump.js';
import { planFor } from './plan.js';
import { RecorderPump } from './recorder-pump.js';
import { SoundPump } from './sound-pump.js';

const RESTART = 1000;

/** Sends one stream by the best way both sides have, and begins anew whenever the stream or the peer changes. */
export class MediaSender {
  #outlet;
  #tell;
  #tracks = { audio: null, video: null };
  #off = { audio: false, video: false };
  #peerCan = null;
  #plan = null;
  #pumps = [];
  #epoch = 0;
  #generation = 0;
  #timer;
  #counters = { framesSent: 0, framesSkipped: 0, bytesSent: 0 };

  constructor({ say, send, budget, tell }) {
    this.#tell = tell;
    this.#outlet = {
      budget,
      announce: config => {
        this.#epoch = (this.#epoch + 1) % 256;
        say({ type: 'media-config', epoch: this.#epoch, ...config });
        return this.#epoch;
      },
      emit: (head, bytes, fill) => {
        const message = packFrame({ ...head, offset: budget.sent }, bytes, fill);
        if (message.byteLength > MOST_BYTES) return;
        budget.spend(message.byteLength);
        send(message);
        this.#counters.framesSent++;
        this.#counters.bytesSent += message.byteLength;
      },
      skipped: () => this.#counters.framesSkipped++,
      failed: () => this.#restartLater(),
    };
  }

  /** What is being sent, for the peer's display. */
  get enabled() {
    const sends = kind => this.#tracks[kind] !== null && !this.#off[kind];
    return { audio: sends('audio'), video: sends('video') };
  }

  /**
   * Takes clones, so that muting here leaves the page's own stream alone, and ending here stops nothing of the page's.
   * @param {MediaStream | null} stream
   */
  use(stream) {
    this.#halt();
    this.#release();
    const clone = track => track?.clone() ?? null;
    this.#tracks = { audio: clone(stream?.getAudioTracks()[0]), video: clone(stream?.getVideoTracks()[0]) };
    for (const kind of ['audio', 'video']) this.setEnabled(kind, !this.#off[kind]);
    this.#restart();
  }

  /** @param {object} peerCan the peer's `media-can` */
  start(peerCan) {
    this.#peerCan = peerCan;
    this.#restart();
  }

  stop() {
    this.#peerCan = null;
    this.#halt();
  }

  /** @param {'audio' | 'video'} kind */
  setEnabled(kind, enabled) {
    this.#off[kind] = !enabled;
    if (this.#tracks[kind]) this.#tracks[kind].enabled = enabled;
  }

  renew(track) {
    for (const pump of this.#pumps) if (pump.track === track) pump.renew();
  }

  stats() {
    return { path: this.#plan?.path ?? 'none', ...this.#counters };
  }

  close() {
    this.stop();
    this.#release();
  }

  async #restart() {
    this.#halt();
    const generation = this.#generation;
    const mine = await producible();
    if (generation !== this.#generation || !this.#peerCan) return;
    const { audio, video } = this.#tracks;
    const plan = planFor({ audio: audio !== null, video: video !== null }, mine, this.#peerCan);
    const outlet = this.#outlet;
    if (plan.video) this.#pumps.push(new PicturePump({ source: video, codec: plan.video, outlet }));
    if (plan.audio) this.#pumps.push(new SoundPump({ source: audio, codec: plan.audio, outlet }));
    if (plan.recorder) this.#pumps.push(new RecorderPump({ sources: [audio, video], mime: plan.recorder, outlet }));
    this.#plan = plan;
    this.#tell('sending', {
      path: plan.path,
      audio: audio !== null && (plan.audio ?? plan.recorder) !== null,
      video: video !== null && (plan.video ?? plan.recorder) !== null,
    });
  }

  // An encoder that fails at once, every time, must not fail in a tight loop.
  #restartLater() {
    this.#halt();
    this.#timer = setTimeout(() => this.#restart(), RESTART);
  }

  #halt() {
    clearTimeout(this.#timer);
    this.#generation++;
    for (const pump of this.#pumps) pump.close();
    this.#pumps = [];
  }

  #release() {
    for (const track of Object.values(this.#tracks)) track?.stop();
    this.#tracks = { audio: null, video: null };
  }
}
