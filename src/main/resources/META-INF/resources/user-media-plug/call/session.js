/**
 * A call under way, seen from one side. Fires, each as a CustomEvent:
 * - `state` { state, reason } on every change, and `ended` { reason, address? } at the end
 * - `remote` { audio, video }: whether the peer sends sound and picture at the moment
 * - `sending` { path, audio, video }: what this side sends and how, once both have told what they are able to
 * - `playback-blocked`: the browser wants a user's gesture before it plays sound; call {@link Session#play} from one
 */
export class Session extends EventTarget {
  #leg;

  constructor(leg) {
    super();
    this.#leg = leg;
  }

  /** @returns {string} */
  get peer() {
    return this.#leg.peer;
  }

  /** @returns {'ringing' | 'connecting' | 'live' | 'hold' | 'ended'} */
  get state() {
    return this.#leg.state;
  }

  /** Why it ended. @returns {string | null} */
  get reason() {
    return this.#leg.reason;
  }

  /** What the peer sends. Stays empty where the browser can only play it in an element: prefer `attach`. */
  get stream() {
    return this.#leg.view.stream;
  }

  /** An element that shows the peer, made on first use. @returns {HTMLVideoElement} */
  get element() {
    return this.#leg.view.element;
  }

  /** Whether the peer sends sound and picture. @returns {{ audio: boolean, video: boolean }} */
  get remote() {
    return this.#leg.exchange.remote;
  }

  /** Shows the peer in this element; the last one attached wins. @param {HTMLVideoElement} video */
  attach(video) {
    this.#leg.view.attach(video);
  }

  /** Starts playing after `playback-blocked`; to be called from a user's gesture. */
  play() {
    return this.#leg.view.play();
  }

  /** @param {boolean} muted */
  setMuted(muted) {
    this.#leg.exchange.setEnabled('audio', !muted);
  }

  /** @param {boolean} on */
  setPicture(on) {
    this.#leg.exchange.setEnabled('video', on);
  }

  /** Sends another stream from now on, of another device for instance. @param {MediaStream | null} stream */
  replaceStream(stream) {
    this.#leg.exchange.replaceStream(stream);
  }

  /** Ends the call, or withdraws it while it rings. */
  hangUp() {
    return this.#leg.hangUp();
  }

  /** Counters and delays, for a display or a test. */
  stats() {
    return this.#leg.exchange.stats();
  }
}
