import { emit } from '../events.js';
import { Exchange } from '../media/exchange.js';
import { MediaLine } from '../media/media-line.js';
import { RemoteView } from '../playback/remote-view.js';
import { Session } from './session.js';

/** The working side of a session: its state, its media line, and what flows over it. */
export class Leg {
  peer;
  state;
  reason = null;
  confirmed = true;
  session;
  view;
  exchange;
  #pair = null;
  #line;
  #desk;
  #over;

  constructor({ peer, state, stream, desk, over }) {
    this.peer = peer;
    this.state = state;
    this.#desk = desk;
    this.#over = over;
    this.session = new Session(this);
    const tell = (type, detail) => emit(this.session, type, detail);
    this.view = new RemoteView({ restart: () => this.exchange.refresh(), tell });
    this.exchange = new Exchange({
      view: this.view,
      stream,
      send: data => this.#line.send(data),
      tell,
      quiet: () => this.state === 'live' && this.#become('hold'),
      back: () => this.state === 'hold' && this.#become('live'),
    });
    this.#line = new MediaLine({
      join: { user: desk.me(), peer },
      url: desk.mediaUrl,
      ticket: () => desk.request({ type: 'ticket', peer }),
      paired: window => {
        this.#become('live');
        this.exchange.paired(window);
      },
      held: () => {
        if (this.state === 'live') this.#become('hold');
        this.exchange.held();
      },
      text: message => this.exchange.text(message),
      binary: data => this.exchange.binary(data),
      over: () => this.end('connection-lost'),
      unreachable: () => {
        this.#desk.request({ type: 'unpair', peer }).catch(() => {});
        this.end('media-unreachable');
      },
    });
  }

  /** @param {{ pair: string, ticket: string, media: string }} order a `force-call` */
  dial(order) {
    this.confirmed = true;
    if (this.state === 'ringing') this.#become('connecting');
    const anew = this.#pair !== null && this.#pair !== order.pair;
    this.#pair = order.pair;
    this.#line.dial(order, { anew });
  }

  async hangUp() {
    if (this.state === 'ended') return;
    const type = this.state === 'ringing' ? 'cancel' : 'unpair';
    const told = this.#desk.request({ type, peer: this.peer });
    this.end(type === 'cancel' ? 'cancelled' : 'hung-up');
    // Refused means that it had ended already, unanswered that the server will notice by itself.
    await told.catch(() => {});
  }

  /** @param {string} reason */
  end(reason) {
    if (this.state === 'ended') return;
    // The server knows only that somebody did not join, and the peer may have given up first, for the same cause; this
    // side knows what it could not open.
    const unjoined = reason === 'media-timeout' || (reason === 'peer-hung-up' && this.state === 'connecting');
    const unreachable = reason === 'media-unreachable' || (unjoined && this.#line.failing);
    this.reason = unreachable ? 'media-unreachable' : reason;
    this.#over();
    this.#line.close();
    this.exchange.close();
    this.view.close();
    this.#become('ended');
    emit(this.session, 'ended', { reason: this.reason, ...(unreachable ? { address: this.#line.address } : {}) });
  }

  #become(state) {
    if (this.state === state) return;
    this.state = state;
    emit(this.session, 'state', { state, reason: this.reason });
  }
}
