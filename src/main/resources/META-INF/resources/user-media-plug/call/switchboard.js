import { PlugError } from '../errors.js';
import { IncomingCall } from './incoming-call.js';
import { Leg } from './leg.js';

// Codes that say nothing about what the server knows: the next connection will tell.
const LINE_FAILED = new Set(['connection-lost', 'not-connected', 'timeout']);

/** Knows who rings and who talks, and tells each of them what the server pushed. */
export class Switchboard {
  #desk;
  #legs = new Map();
  #incoming = new Map();

  /**
   * @param {{ me: () => string, request: (message: object) => Promise<object>, mediaUrl: (address: string) => string,
   *   announce: (type: string, detail: unknown) => void }} desk
   */
  constructor(desk) {
    this.#desk = desk;
  }

  get sessions() {
    return [...this.#legs.values()].map(leg => leg.session);
  }

  async call(peer, stream) {
    const leg = this.#begin(peer, 'ringing', stream);
    try {
      await this.#desk.request({ type: 'call', peer });
    } catch (error) {
      leg.end(error.code);
      throw error;
    }
    // What ended it meanwhile was about an earlier call, of another device: the server does not know.
    if (leg.state === 'ended' && leg.reason !== 'cancelled') {
      await this.#desk.request({ type: 'cancel', peer }).catch(() => {});
    }
    return leg.session;
  }

  async cancel(peer) {
    if (this.#legs.get(peer)?.state !== 'ringing') throw new PlugError('no-such-call');
    await this.#legs.get(peer).hangUp();
  }

  /** @param {object} push */
  take(push) {
    const mine = push.user === this.#desk.me();
    const other = mine ? push.peer : push.user;
    switch (push.type) {
      case 'call': this.#rung(push.user); return;
      case 'force-call': this.#forced(push); break;
      case 'cancel':
        // In a glare both directions exist for a moment: only the caller's own word ends the caller's side.
        if (mine) this.#legs.get(other)?.end(push.reason ?? 'cancelled');
        else this.#stopped(other, push.reason ?? 'cancelled');
        break;
      case 'reject': this.#legs.get(other)?.end(push.reason ?? 'rejected'); break;
      case 'unpair':
        this.#legs.get(other)?.end(push.reason ?? (mine ? 'hung-up' : 'peer-hung-up'));
        this.#incoming.get(other)?.end(push.reason ?? 'cancelled');
        break;
    }
    this.#desk.announce(push.type, push);
  }

  /**
   * After a new connection the server names again, before its next reply, all pairs and calls that live. What it does
   * not name is over, except calls this side makes: those are rung again.
   * @param {() => Promise<unknown>} nextRequest
   */
  async reconcile(nextRequest) {
    const before = [...this.#legs.values(), ...this.#incoming.values()];
    for (const one of before) one.confirmed = false;
    try {
      await nextRequest();
    } catch (error) {
      if (LINE_FAILED.has(error.code)) return;
    }
    for (const one of before) {
      if (one.confirmed) continue;
      if (one.state === 'ringing' && one instanceof Leg) this.#ringAgain(one);
      else one.end('connection-lost');
    }
  }

  endAll(reason) {
    for (const one of [...this.#legs.values(), ...this.#incoming.values()]) {
      if (one instanceof Leg && reason === 'hung-up') one.hangUp();
      else one.end(reason);
    }
  }

  #rung(peer) {
    const known = this.#incoming.get(peer);
    if (known) known.confirmed = true;
    // Our own call is on its way to this very peer: the server will take it as the answer.
    else if (!this.#legs.has(peer)) this.#present(peer, null);
  }

  /** A call does not ring any more, though its answer may be on its way: another device was first, or the caller. */
  #stopped(peer, reason) {
    this.#incoming.get(peer)?.end(reason);
    const leg = this.#legs.get(peer);
    if (leg?.state === 'connecting') leg.end(reason);
  }

  #forced(order) {
    const leg = this.#legs.get(order.peer);
    const incoming = this.#incoming.get(order.peer);
    if (leg) leg.dial(order);
    else if (incoming) incoming.force(order);
    else this.#present(order.peer, order);
  }

  #present(peer, order) {
    const call = new IncomingCall({
      peer,
      order,
      request: message => this.#desk.request({ peer, ...message }),
      begin: stream => this.#begin(peer, 'connecting', stream),
      over: () => this.#incoming.delete(peer),
    });
    this.#incoming.set(peer, call);
    this.#desk.announce('call', call);
  }

  #begin(peer, state, stream) {
    if (this.#legs.has(peer)) throw new PlugError('call-exists', `a session with ${peer} is under way`);
    const leg = new Leg({ peer, state, stream, desk: this.#desk, over: () => this.#legs.delete(peer) });
    this.#legs.set(peer, leg);
    this.#desk.announce('session', leg.session);
    return leg;
  }

  async #ringAgain(leg) {
    try {
      await this.#desk.request({ type: 'call', peer: leg.peer });
    } catch (error) {
      if (error.code !== 'call-exists' && error.code !== 'already-paired') leg.end(error.code);
    }
  }
}
