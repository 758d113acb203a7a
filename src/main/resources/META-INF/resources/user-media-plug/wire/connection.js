import { PlugError } from '../errors.js';
import { emit } from '../events.js';
import { Backoff } from './backoff.js';
import { dial } from './dial.js';
import { Liveness } from './liveness.js';
import { Requests } from './requests.js';

// Saying the same thing again would be refused again.
const FINAL = new Set(['identity-taken', 'not-authorized', 'already-identified', 'bad-message']);

/**
 * The metadata connection: identified as soon as it is open, and opened again when it is lost.
 * Fires `state` ({ state, reason?, retryIn? }) and `push` (any message that is no reply).
 */
export class MetaConnection extends EventTarget {
  #url;
  #whoami;
  #timeout;
  #requests;
  #liveness;
  #backoff = new Backoff();
  #socket = null;
  #retryTimer;
  #state = 'closed';
  #user;
  #retryNow = () => this.#state === 'waiting' && this.#retry();

  /**
   * @param {string} url
   * @param {{ whoami: () => Promise<object>, timeout: number }} options `whoami` makes the identification anew for
   *   each connection, because tokens age
   */
  constructor(url, { whoami, timeout }) {
    super();
    this.#url = url;
    this.#whoami = whoami;
    this.#timeout = timeout;
    this.#requests = new Requests(timeout);
    this.#liveness = new Liveness(() => this.request({ type: 'peers-online', user: this.#user }), () => this.#lost());
  }

  /** @returns {'closed' | 'connecting' | 'open' | 'waiting'} */
  get state() {
    return this.#state;
  }

  /** Rejects when the first attempt fails; only a connection that once stood is brought back by itself. */
  async open() {
    globalThis.addEventListener('online', this.#retryNow);
    try {
      await this.#attempt();
    } catch (error) {
      this.close(error.code);
      throw error;
    }
  }

  /** @param {object} message */
  request(message) {
    if (this.#state !== 'open') return Promise.reject(new PlugError('not-connected'));
    return this.#requests.send(this.#socket, message);
  }

  /** @param {string} [reason] */
  close(reason) {
    globalThis.removeEventListener('online', this.#retryNow);
    this.#discard();
    this.#become('closed', { reason });
  }

  async #attempt() {
    this.#become('connecting');
    // Before there is a line: the server gives a line only so much time, and a token may take its own.
    const whoami = await this.#whoami();
    const socket = await dial(this.#url, this.#timeout);
    if (this.#state !== 'connecting') {
      socket.close();
      throw new PlugError('connection-lost');
    }
    this.#socket = socket;
    socket.onmessage = ({ data }) => this.#take(JSON.parse(data));
    socket.onclose = event => this.#lost(event);
    this.#user = whoami.user;
    const reply = await this.#requests.send(socket, whoami);
    this.#backoff.reset();
    this.#liveness.watch();
    this.#become('open', { reply });
  }

  #take(message) {
    this.#liveness.heard();
    if (message.type === 'res') this.#requests.settle(message);
    else emit(this, 'push', message);
  }

  #lost(event) {
    const stood = this.#state === 'open';
    this.#discard();
    if (event?.code === 1000 && event.reason === 'replaced') this.close('replaced');
    else if (stood) this.#wait();
  }

  #wait() {
    const retryIn = this.#backoff.next();
    this.#retryTimer = setTimeout(() => this.#retry(), retryIn);
    this.#become('waiting', { retryIn });
  }

  async #retry() {
    clearTimeout(this.#retryTimer);
    try {
      await this.#attempt();
    } catch (error) {
      if (this.#state === 'closed') return;
      this.#discard();
      if (FINAL.has(error.code)) this.close(error.code);
      else this.#wait();
    }
  }

  // A dead line may keep close() waiting for minutes, so its handlers go first.
  #discard() {
    clearTimeout(this.#retryTimer);
    this.#liveness.rest();
    const socket = this.#socket;
    this.#socket = null;
    if (socket) {
      socket.onmessage = socket.onclose = null;
      socket.close();
    }
    this.#requests.abandon();
  }

  #become(state, detail = {}) {
    if (this.#state === state) return;
    this.#state = state;
    emit(this, 'state', { state, ...detail });
  }
}
