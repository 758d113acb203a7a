import { Switchboard } from './call/switchboard.js';
import { PlugError } from './errors.js';
import { emit } from './events.js';
import { ownMeta, socketUrl } from './wire/address.js';
import { MetaConnection } from './wire/connection.js';

/**
 * One user's place at the server. Fires, each as a CustomEvent:
 * - `connection` { state: 'connecting'|'open'|'waiting'|'closed', reason?, retryIn? }
 * - `status` { user, status }: a peer's presence changed
 * - `call` {@link IncomingCall}: somebody rings, or the server paired this user with somebody (`forced`)
 * - `session` {@link Session}: a session began, by whichever side
 * - `signal` { user, data }, and every other pushed message under its own type
 */
export class UserMediaPlug extends EventTarget {
  /** @type {string | null} */
  user = null;
  /** The secret that lets a later connection take this one over; worth keeping over a reload. @type {string | null} */
  resume = null;
  #url;
  #timeout;
  #token;
  #status = null;
  #connection = null;
  #switchboard;

  /** @param {{ url?: string, requestTimeout?: number }} [options] `url` is the metadata endpoint */
  constructor({ url = ownMeta, requestTimeout = 10_000 } = {}) {
    super();
    this.#url = socketUrl(url, globalThis.location?.href);
    this.#timeout = requestTimeout;
    this.#switchboard = new Switchboard({
      me: () => this.user,
      request: message => this.#request(message),
      mediaUrl: address => socketUrl(address, this.#url),
      announce: (type, detail) => emit(this, type, detail),
    });
  }

  /** The sessions that have not ended. @returns {Session[]} */
  get sessions() {
    return this.#switchboard.sessions;
  }

  /** @returns {'closed' | 'connecting' | 'open' | 'waiting'} */
  get connectionState() {
    return this.#connection?.state ?? 'closed';
  }

  /**
   * Connects and identifies. A connection lost later comes back by itself, with the sessions the server still has.
   * @param {{ user: string, token?: string | (() => string | Promise<string>), resume?: string }} identity
   */
  async connect({ user, token, resume }) {
    if (this.connectionState !== 'closed') throw new PlugError('already-identified', `connected as ${this.user}`);
    this.user = user;
    this.resume = resume ?? null;
    this.#token = token;
    this.#status = null;
    this.#connection = new MetaConnection(this.#url, { whoami: () => this.#whoami(), timeout: this.#timeout });
    this.#connection.addEventListener('state', ({ detail }) => this.#stateChanged(detail));
    this.#connection.addEventListener('push', ({ detail }) => this.#switchboard.take(detail));
    await this.#connection.open();
  }

  /** Ends every session and the connection. */
  close() {
    this.#switchboard.endAll('hung-up');
    this.#connection?.close();
  }

  /** @param {string[]} [peers] */
  async register(peers = []) {
    await this.#request({ type: 'reg-user', peers });
  }

  /** @param {string[]} peers */
  async addPeers(peers) {
    await this.#request({ type: 'add-peers', peers });
  }

  /** @param {string[]} peers */
  async delPeers(peers) {
    await this.#request({ type: 'del-peers', peers });
  }

  /** @returns {Promise<string[]>} */
  async peers() {
    return (await this.#request({ type: 'peers' })).peers;
  }

  /** @returns {Promise<string[]>} */
  async peersOnline() {
    return (await this.#request({ type: 'peers-online' })).peers_online;
  }

  /** Sets presence, now and after every reconnect. `offline` means invisible. @param {string} status */
  async setStatus(status) {
    await this.#request({ type: 'status', status });
    this.#status = status;
  }

  /**
   * Passes a string to somebody this user rings, is rung by, or is paired with.
   * @param {string} peer
   * @param {string} data
   */
  async signal(peer, data) {
    await this.#request({ type: 'signal', peer, data });
  }

  /**
   * Rings a peer. Resolves once it rings; what follows is told by the session.
   * @param {string} peer
   * @param {{ stream?: MediaStream | null }} [options] what to send; nothing: only receive
   * @returns {Promise<Session>}
   */
  call(peer, { stream = null } = {}) {
    return this.#switchboard.call(peer, stream);
  }

  /** Withdraws a call that still rings. @param {string} peer */
  async cancel(peer) {
    await this.#switchboard.cancel(peer);
  }

  async #whoami() {
    const token = typeof this.#token === 'function' ? await this.#token() : this.#token;
    return {
      type: 'whoami',
      user: this.user,
      ...(token ? { token } : {}),
      ...(this.resume ? { resume: this.resume } : {}),
    };
  }

  #request(message) {
    if (!this.#connection) return Promise.reject(new PlugError('not-connected'));
    return this.#connection.request({ user: this.user, ...message });
  }

  #stateChanged({ reply, ...detail }) {
    if (detail.state === 'open') {
      this.resume = reply.resume ?? this.resume;
      this.#switchboard.reconcile(() => this.#request(this.#status === null
        ? { type: 'peers-online' } : { type: 'status', status: this.#status }));
    }
    if (detail.state === 'closed') this.#switchboard.endAll(detail.reason ?? 'hung-up');
    emit(this, 'connection', detail);
  }
}
