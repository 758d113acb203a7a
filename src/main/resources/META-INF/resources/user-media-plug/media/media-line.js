import { Backoff } from '../wire/backoff.js';
import { Allowances, readMessage } from './messages.js';

// A socket that was heard from this recently is trusted when the server calls anew.
const FRESH = 3000;
// Longer than any grace period: past it the server has ended the pair, even if it can't say so.
const GIVE_UP = 60_000;
// A proxy that does not pass a handshake refuses it at once, or keeps it for ever.
const OPEN_WITHIN = 10_000;
// A line that never came to a pair, so often in a row and for so long, never will: a network that was gone for a moment
// is back by then, and a server that limits this time itself has ended the pair before.
const FAILURES = 5;
const FAILED_FOR = 15_000;

/** The media socket of one pair: joins, and joins again with a fresh ticket while the pair lasts. */
export class MediaLine {
  #on;
  #socket = null;
  #paired = false;
  // Whether this socket has come to a pair, be it on hold since.
  #joined = false;
  #joinedOnce = false;
  #closed = false;
  #lastHeard = 0;
  #downSince = null;
  #retryTimer;
  #openTimer;
  #failures = 0;
  #failedSince = 0;
  #backoff = new Backoff({ first: 250, most: 2000 });
  #allowances = new Allowances();

  /**
   * @param {{ join: { user: string, peer: string }, url: (address: string) => string,
   *   ticket: () => Promise<{ ticket: string, media: string }>, paired: (window: number) => void, held: () => void,
   *   text: (message: object) => void, binary: (data: ArrayBuffer) => void, over: () => void,
   *   unreachable: () => void }} on `unreachable`: the socket can't be opened, though the server answers
   */
  constructor(on) {
    this.#on = on;
  }

  /** Where the socket was last to be opened. @type {string | null} */
  address = null;

  /** Whether the last attempts to open a socket failed. */
  get failing() {
    return this.#failures > 1;
  }

  /**
   * @param {{ ticket: string, media: string }} order
   * @param {{ anew?: boolean }} [options] whether this is another pair than the socket's
   */
  dial({ ticket, media }, { anew = false } = {}) {
    if (this.#closed || (!anew && this.#socket && performance.now() - this.#lastHeard < FRESH)) return;
    this.#drop();
    this.#lastHeard = performance.now();
    const socket = this.#open(media);
    if (!socket) {
      this.#failed();
      return;
    }
    this.#socket = socket;
    socket.binaryType = 'arraybuffer';
    let waited = false;
    socket.onopen = () => {
      clearTimeout(this.#openTimer);
      // The peer may take its time; a server or a proxy that refuses takes none.
      this.#openTimer = setTimeout(() => { waited = true; }, OPEN_WITHIN);
      socket.send(JSON.stringify({ type: 'join', ...this.#on.join, ticket }));
    };
    socket.onmessage = ({ data }) => this.#take(data);
    socket.onclose = () => waited || this.#joined ? this.#down() : this.#failed();
    this.#openTimer = setTimeout(() => this.#failed(), OPEN_WITHIN);
  }

  /** Sends, or drops what can't be sent now: media is worth nothing later. @param {string | Uint8Array} data */
  send(data) {
    if (this.#paired && this.#socket.readyState === WebSocket.OPEN) this.#socket.send(data);
  }

  close() {
    this.#closed = true;
    this.#drop();
  }

  // An address that is none, or one the page's policy forbids, throws.
  #open(media) {
    this.address = media;
    try {
      this.address = this.#on.url(media);
      return new WebSocket(this.address);
    } catch {
      return null;
    }
  }

  #take(data) {
    this.#lastHeard = performance.now();
    if (typeof data !== 'string') {
      if (this.#paired) this.#on.binary(data);
      return;
    }
    const message = readMessage(data);
    if (message && this.#allowances.admits(message.type)) this.#heard(message);
  }

  #heard(message) {
    if (message.type === 'pair') {
      if (message.peer !== this.#on.join.peer) return;
      this.#backoff.reset();
      this.#downSince = null;
      this.#failures = 0;
      this.#joined = this.#joinedOnce = this.#paired = true;
      this.#on.paired(message.window);
    } else if (message.type === 'hold') {
      this.#paired = false;
      this.#on.held();
    } else if (this.#paired) {
      this.#on.text(message);
    }
  }

  #drop() {
    clearTimeout(this.#retryTimer);
    clearTimeout(this.#openTimer);
    const socket = this.#socket;
    this.#socket = null;
    this.#joined = this.#paired = false;
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
  }

  #failed() {
    if (this.#failures === 0) this.#failedSince = performance.now();
    this.#failures++;
    this.#down();
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
      if (this.#closed || this.#socket) return;
      // The server has just answered, so what is in the way stands before its media endpoint only.
      const patience = this.#joinedOnce ? GIVE_UP : FAILED_FOR;
      const hopeless = this.#failures >= FAILURES && performance.now() - this.#failedSince > patience;
      if (hopeless) this.#on.unreachable();
      else this.dial(order);
    } catch (error) {
      if (this.#closed || this.#socket) return;
      const over = error.code === 'not-paired' || performance.now() - this.#downSince > GIVE_UP;
      if (over) this.#on.over();
      else this.#retryTimer = setTimeout(() => this.#rejoin(), this.#backoff.next());
    }
  }
}
