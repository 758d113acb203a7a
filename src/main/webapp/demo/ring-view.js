import { byId, notify, paintFace } from './page.js';
import { missedWords } from './words.js';

/** Somebody calls: asks what to do about it. */
export class RingView {
  #incoming = null;

  /** @param {(incoming: import('../user-media-plug.js').IncomingCall) => void} accepted */
  constructor(accepted) {
    byId('accept').addEventListener('click', () => {
      const incoming = this.#incoming;
      this.stop();
      accepted(incoming);
    });
    byId('reject').addEventListener('click', () => this.#incoming.reject().catch(() => {}));
    // Escape would close the dialog and leave the caller ringing.
    byId('incoming').addEventListener('cancel', event => event.preventDefault());
  }

  /**
   * @param {import('../user-media-plug.js').IncomingCall} incoming
   * @param {string} consequence what accepting means for the call at hand
   */
  show(incoming, consequence) {
    this.#incoming?.reject().catch(() => {});
    this.#incoming = incoming;
    paintFace(byId('incoming-face'), incoming.peer);
    byId('incoming-title').textContent = `${incoming.peer} is calling`;
    byId('incoming-words').textContent = consequence;
    document.title = `${incoming.peer} is calling`;
    document.body.dataset.incoming = incoming.peer;
    byId('incoming').showModal();
    incoming.addEventListener('ended', ({ detail: { reason } }) => {
      this.stop();
      if (reason !== 'rejected') notify(missedWords(reason, incoming.peer));
    });
  }

  stop() {
    this.#incoming = null;
    document.title = 'user-media-plug';
    delete document.body.dataset.incoming;
    byId('incoming').close();
  }
}
