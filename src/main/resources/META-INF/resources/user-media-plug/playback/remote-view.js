import { wakeAudioContext } from './audio-context.js';

/** What the peer sends, in an element: as a stream of tracks, or as the source a recording is played from. */
export class RemoteView {
  stream = new MediaStream();
  #element = null;
  #address = null;
  #restart;
  #tell;

  /** @param {{ restart: () => void, tell: (type: string, detail?: unknown) => void }} on */
  constructor({ restart, tell }) {
    this.#restart = restart;
    this.#tell = tell;
  }

  get element() {
    if (!this.#element) this.attach(document.createElement('video'));
    return this.#element;
  }

  attach(video) {
    if (video === this.#element) return;
    this.#clear();
    this.#element = video;
    video.autoplay = true;
    video.playsInline = true;
    // A source is bound to the element that opened it; a new element needs a recording from its start.
    if (this.#address) this.#restart();
    else this.#showStream();
  }

  /** @returns {Promise<void>} */
  async play() {
    await wakeAudioContext();
    await this.#element?.play();
  }

  addTrack(track) {
    this.stream.addTrack(track);
    this.#start();
  }

  /** Back from a recording, if one was shown. */
  showTracks() {
    if (this.#address === null) return;
    this.#address = null;
    this.#showStream();
  }

  /** @param {string} address an object URL of a media source */
  showSource(address) {
    const video = this.element;
    this.#address = address;
    video.srcObject = null;
    video.src = address;
    this.#start();
    return video;
  }

  close() {
    this.#clear();
    for (const track of this.stream.getTracks()) this.stream.removeTrack(track);
  }

  #showStream() {
    this.#element.removeAttribute('src');
    this.#element.srcObject = this.stream;
    this.#start();
  }

  #start() {
    if (!this.#element) return;
    this.#element.play().catch(error => {
      if (error.name === 'NotAllowedError') this.#tell('playback-blocked');
    });
  }

  #clear() {
    if (!this.#element) return;
    this.#element.pause();
    this.#element.srcObject = null;
    this.#element.removeAttribute('src');
    this.#element.load();
    this.#element = null;
  }
}
