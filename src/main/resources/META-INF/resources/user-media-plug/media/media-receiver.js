import { RecordingPlayer } from '../playback/recording-player.js';
import { PICTURE, RECORDING, SOUND } from './frame.js';
import { PictureReceiver } from './picture-receiver.js';
import { SoundReceiver } from './sound-receiver.js';

const KINDS = new Map([[PICTURE, 'video'], [SOUND, 'audio'], [RECORDING, 'recorder']]);

/** Hands each frame to the receiver of its track, if it belongs to that track's configuration. */
export class MediaReceiver {
  #view;
  #tracks;
  #epochs = new Map();
  #playable = null;
  #consumed;
  #counters = { framesReceived: 0, bytesReceived: 0 };

  constructor({ view, say, consumed }) {
    this.#view = view;
    this.#consumed = consumed;
    const keyWanted = track => () => say({ type: 'media-key', track });
    this.#tracks = new Map(Object.entries({
      video: new PictureReceiver({ view, consumed, keyWanted: keyWanted('video') }),
      audio: new SoundReceiver({ view, consumed }),
      recorder: new RecordingPlayer({ view, consumed, keyWanted: keyWanted('recorder') }),
    }));
  }

  /** After a new `pair` the peer may be another page with another clock: nothing old counts. */
  reset() {
    this.#epochs.clear();
    for (const track of this.#tracks.values()) track.reset();
  }

  /** What the peer has been told that this side can play: nothing else is. @param {object} abilities */
  offer(abilities) {
    this.#playable = new Map(Object.entries(abilities));
  }

  /** @param {{ track: string, epoch: number }} config a `media-config` */
  configure(config) {
    if (!this.#playable?.get(config.track)?.includes(config.codec ?? config.mime)) return;
    this.#epochs.set(config.track, config.epoch);
    if (config.track !== 'recorder') this.#view.showTracks();
    this.#tracks.get(config.track).configure(config);
  }

  /** @param {import('./frame.js').Head & { payload: Uint8Array, bytes: number }} frame */
  take(frame) {
    const name = KINDS.get(frame.kind);
    this.#counters.framesReceived++;
    this.#counters.bytesReceived += frame.bytes;
    if (name && this.#epochs.get(name) === frame.epoch) this.#tracks.get(name).take(frame);
    else this.#consumed(frame.bytes);
  }

  stats() {
    return Object.assign({ ...this.#counters }, ...[...this.#tracks.values()].map(track => track.stats()));
  }

  close() {
    for (const track of this.#tracks.values()) track.close();
  }
}
