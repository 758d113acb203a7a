import { RecordingPlayer } from '../playback/recording-player.js';
import { PICTURE, RECORDING, SOUND } from './frame.js';
import { PictureReceiver } from './picture-receiver.js';
import { SoundReceiver } from './sound-receiver.js';

const KINDS = { [PICTURE]: 'video', [SOUND]: 'audio', [RECORDING]: 'recorder' };

/** Hands each frame to the receiver of its track, if it belongs to that track's configuration. */
export class MediaReceiver {
  #view;
  #tracks;
  #epochs = {};
  #consumed;
  #counters = { framesReceived: 0, bytesReceived: 0 };

  constructor({ view, say, consumed }) {
    this.#view = view;
    this.#consumed = consumed;
    const keyWanted = track => () => say({ type: 'media-key', track });
    this.#tracks = {
      video: new PictureReceiver({ view, consumed, keyWanted: keyWanted('video') }),
      audio: new SoundReceiver({ view, consumed }),
      recorder: new RecordingPlayer({ view, consumed, keyWanted: keyWanted('recorder') }),
    };
  }

  /** After a new `pair` the peer may be another page with another clock: nothing old counts. */
  reset() {
    this.#epochs = {};
    for (const track of Object.values(this.#tracks)) track.reset();
  }

  /** @param {{ track: string, epoch: number }} config a `media-config` */
  configure(config) {
    if (!Object.hasOwn(this.#tracks, config.track)) return;
    this.#epochs[config.track] = config.epoch;
    if (config.track !== 'recorder') this.#view.showTracks();
    this.#tracks[config.track].configure(config);
  }

  /** @param {import('./frame.js').Head & { payload: Uint8Array, bytes: number }} frame */
  take(frame) {
    const name = KINDS[frame.kind];
    this.#counters.framesReceived++;
    this.#counters.bytesReceived += frame.bytes;
    if (name && this.#epochs[name] === frame.epoch) this.#tracks[name].take(frame);
    else this.#consumed(frame.bytes);
  }

  stats() {
    return { ...this.#counters, ...this.#tracks.video.stats(), ...this.#tracks.audio.stats(),
      ...this.#tracks.recorder.stats() };
  }

  close() {
    for (const track of Object.values(this.#tracks)) track.close();
  }
}
