import { byId, paintFace } from './page.js';
import { stateWords } from './words.js';

const CLOCK = 1000;

/** The call on the stage: who, in which state, and what is seen of both. */
export class CallView {
  #session = null;
  #peer = '';
  #liveSince = 0;
  #clock;

  /** @param {{ withdraw: () => void }} on `withdraw`: hung up before there was a session */
  constructor({ withdraw }) {
    byId('mute').addEventListener('click', event => {
      this.#session?.setMuted(this.#toggle(event.currentTarget));
    });
    byId('picture-off').addEventListener('click', event => {
      const off = this.#toggle(event.currentTarget);
      this.#session?.setPicture(!off);
      byId('own-words').textContent = off ? 'Picture off' : '';
      byId('own').classList.toggle('off', off);
    });
    byId('hang-up').addEventListener('click', () => this.#session ? this.#session.hangUp() : withdraw());
    byId('play').addEventListener('click', () => {
      this.#session?.play().then(() => { byId('play').hidden = true; }, () => {});
    });
  }

  /** Before there is a session: the browser may be asking for the camera. @param {string} peer */
  prepare(peer) {
    this.#peer = peer;
    byId('call').hidden = false;
    byId('stage-idle').hidden = true;
    byId('call-peer').textContent = peer;
    paintFace(byId('placeholder-face'), peer);
    for (const id of ['mute', 'picture-off']) byId(id).setAttribute('aria-pressed', 'false');
    byId('own').classList.remove('off');
    byId('own-words').textContent = '';
    byId('play').hidden = true;
    this.#showState('preparing');
    byId('call-peer').focus();
  }

  /** @param {import('../user-media-plug.js').Session} session */
  show(session) {
    this.#session = session;
    this.#liveSince = 0;
    session.attach(byId('remote-video'));
    session.addEventListener('state', () => this.#showState(session.state));
    session.addEventListener('remote', () => this.#showRemote());
    session.addEventListener('playback-blocked', () => { byId('play').hidden = false; });
    this.#showState(session.state);
    clearInterval(this.#clock);
    this.#clock = setInterval(() => this.#tick(), CLOCK);
  }

  clear() {
    clearInterval(this.#clock);
    this.#session = null;
    byId('call').hidden = true;
    byId('stage-idle').hidden = false;
    document.body.dataset.call = 'idle';
  }

  #toggle(button) {
    const pressed = button.getAttribute('aria-pressed') !== 'true';
    button.setAttribute('aria-pressed', String(pressed));
    return pressed;
  }

  #showState(state) {
    document.body.dataset.call = state;
    byId('call-state').textContent = stateWords(state);
    byId('hang-up').setAttribute('aria-label', state === 'ringing' ? 'Cancel the call' : 'Hang up');
    if (state === 'live') this.#liveSince ||= Date.now();
    this.#showRemote();
  }

  #showRemote() {
    const { audio, video } = this.#session?.remote ?? { audio: true, video: false };
    const live = this.#session?.state === 'live';
    const frozen = this.#session?.state === 'hold' && byId('remote-video').videoWidth > 0;
    byId('placeholder').hidden = (live || frozen) && video;
    byId('placeholder-words').textContent = live && !video ? `${this.#peer} sends no picture` : '';
    byId('remote-muted').hidden = !live || audio;
  }

  // Out of the status region's sight: a clock read aloud every second would drown all else.
  #tick() {
    if (this.#session?.state !== 'live') return;
    const seconds = Math.floor((Date.now() - this.#liveSince) / 1000);
    const pad = number => String(number).padStart(2, '0');
    byId('call-state').dataset.time = `${pad(Math.floor(seconds / 60))}:${pad(seconds % 60)}`;
  }
}
