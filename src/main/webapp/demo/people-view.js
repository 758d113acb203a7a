import { byId, notify, paintFace } from './page.js';
import { errorWords, presenceWords } from './words.js';

// Somebody who has not added this user tells it nothing, so it looks now and then.
const LOOK_AGAIN = 10_000;

/** The list of people with their presence. */
export class PeopleView {
  #plug;
  #call;
  #rows = new Map();
  #statuses = new Map();
  #busy = false;

  /**
   * @param {import('../user-media-plug.js').UserMediaPlug} plug
   * @param {(peer: string) => void} call
   */
  constructor(plug, call) {
    this.#plug = plug;
    this.#call = call;
    plug.addEventListener('status', ({ detail }) => this.#show(detail.user, detail.status));
    byId('add-form').addEventListener('submit', event => {
      event.preventDefault();
      const field = byId('add-name');
      this.add(field.value.trim());
      field.value = '';
      field.focus();
    });
    setInterval(() => this.#plug.connectionState === 'open' && this.#look().catch(() => {}), LOOK_AGAIN);
  }

  /** One call at a time is enough for a page like this. @param {boolean} busy */
  setBusy(busy) {
    this.#busy = busy;
    for (const peer of this.#rows.keys()) this.#show(peer, this.#statuses.get(peer) ?? 'offline');
  }

  async load() {
    for (const row of this.#rows.values()) row.remove();
    this.#rows.clear();
    for (const peer of await this.#plug.peers()) this.#row(peer);
    await this.#look();
  }

  async add(peer) {
    if (peer === '' || peer === this.#plug.user || this.#rows.has(peer)) return;
    await this.#try(async () => {
      await this.#plug.addPeers([peer]);
      this.#row(peer);
      await this.#look();
    });
  }

  async #look() {
    const online = await this.#plug.peersOnline();
    for (const peer of this.#rows.keys()) {
      const known = this.#statuses.get(peer) ?? 'offline';
      this.#show(peer, !online.includes(peer) ? 'offline' : known === 'offline' ? 'online' : known);
    }
  }

  #row(peer) {
    const row = byId('person').content.firstElementChild.cloneNode(true);
    row.dataset.user = peer;
    row.querySelector('.person-name').textContent = peer;
    paintFace(row.querySelector('.face'), peer);
    const call = row.querySelector('.person-call');
    call.setAttribute('aria-label', `Call ${peer}`);
    call.addEventListener('click', () => this.#call(peer));
    const remove = row.querySelector('.person-remove');
    remove.setAttribute('aria-label', `Remove ${peer}`);
    remove.addEventListener('click', () => this.#remove(peer));
    this.#rows.set(peer, row);
    byId('people-list').append(row);
    this.#show(peer, this.#statuses.get(peer) ?? 'offline');
  }

  async #remove(peer) {
    await this.#try(async () => {
      await this.#plug.delPeers([peer]);
      this.#rows.get(peer)?.remove();
      this.#rows.delete(peer);
      byId('people-empty').hidden = this.#rows.size > 0;
      byId('add-name').focus();
    });
  }

  #show(peer, status) {
    this.#statuses.set(peer, status);
    byId('people-empty').hidden = this.#rows.size > 0;
    const row = this.#rows.get(peer);
    if (!row) return;
    row.dataset.status = status;
    row.querySelector('.person-status').textContent = presenceWords(status);
    row.querySelector('.person-call').disabled = this.#busy || status === 'offline';
  }

  async #try(action) {
    try {
      await action();
    } catch (error) {
      notify(errorWords(error));
    }
  }
}
