import { Backoff } from '../wire/backoff.js';

// A socket that was heard from this recently is trusted when the server calls anew.
const FRESH = 3000;
// Longer than any grace period: past it the server has ended the pair, even if it can't say so.
const GIVE_UP = 60_000;

/** The media socket of one pair: joins, and joins again with a fresh ticket while the pair lasts. */
export class MediaLine {
  #on;
  #socket = null;
  #paired = false;
  #closed = false;
  #lastHeard = 0;
  #downSince = null;
  #retryTimer;
  #backoff = new Backoff({ first: 250, most: 2000 });

  /**
   * @param {{ join: { user: string, peer: string }, url: (address: string) => string,
   *   ticket: () => Promise<{ ticket: string, media: string }>, paired: (window: number) => void, held: () => void,
   *   text: (message: object) => void, binary: (data: ArrayBuffer) => void, over: () => void }} on
   */
  constructor(on) {
    this.#on = on;
  }

  /**
   * @param {{ ticket: string, media: string }} order
   * @param {{ anew?: boolean }} [options] whether this is another pair than the socket's
   */
  dial({ ticket, media }, { anew = false } = {}) {
    if (this.#closed || (!anew && this.#socket && performance.now() - this.#lastHeard < FRESH)) return;
    this.#drop();
    const socket = new WebSocket(this.#on.url(media));
    this.#socket = socket;
    this.#lastHeard = performance.now();
    socket.binaryType = 'arraybuffer';
    socket.onopen = () => socket.send(JSON.stringify({ type: 'join', ...this.#on.join, ticket }));
    socket.onmessage = ({ data }) => this.#take(data);
    socket.onclose = () => this.#down();
  }

  /** Sends, or drops what can't be sent now: media is worth nothing later. @param {string | Uint8Array} data */
  send(data) {
    if (this.#paired && this.#socket.readyState === WebSocket.OPEN) this.#socket.send(data);
  }

  close() {
    this.#closed = true;
    this.#drop();
  }

  #take(data) {
    this.#lastHeard = performance.now();
    if (typeof data !== 'string') {
      this.#on.binary(data);
      return;
    }
    const message = parse(data);
    if (message.type === 'pair') {
      this.#backoff.reset();
      this.#downSince = null;
      this.#paired = true;
      this.#on.paired(message.window);
    } else if (message.type === 'hold') {
      this.#paired = false;
      this.#on.held();
    } else {
      this.#on.text(message);
    }
  }

  #drop() {
    clearTimeout(this.#retryTimer);
    const socket = this.#socket;
    this.#socket = null;
    this.#paired = false;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  #down() {
    this.#drop();
    this.#downSince ??= performance.now();
    this.#on.held();
    this.#retryTimer = setTimeout(() => this.#rejoin(), this.#backoff.next());
  }

  async #rejoin() {
    try {
      const order = await this.#on.ticket();
      if (!this.#socket) this.dial(order);
    } catch (error) {
      if (this.#closed || this.#socket) return;
      const over = error.code === 'not-paired' || performance.now() - this.#downSince > GIVE_UP;
      if (over) this.#on.over();
      else this.#retryTimer = setTimeout(() => this.#rejoin(), this.#backoff.next());
    }
  }
}

// The server relays whatever the peer says: what is no message is nothing.
function parse(text) {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}
