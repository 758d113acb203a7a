import { PlugError } from '../errors.js';
import { emit } from '../events.js';

/** Somebody rings. Fires `ended` { reason } when it stops ringing in any way but `accept`. */
export class IncomingCall extends EventTarget {
  /** @type {string} */
  peer;
  /** @type {'ringing' | 'answered' | 'ended'} */
  state = 'ringing';
  /** @type {string | null} */
  reason = null;
  #order;
  #request;
  #begin;
  #over;

  constructor({ peer, order, request, begin, over }) {
    super();
    this.peer = peer;
    this.#order = order;
    this.#request = request;
    this.#begin = begin;
    this.#over = over;
    this.confirmed = true;
  }

  /** The server has paired both already: after a reload, or at its application's word. Nobody waits for an answer. */
  get forced() {
    return this.#order !== null;
  }

  /**
   * @param {{ stream?: MediaStream | null }} [options] what to send; nothing: only receive
   * @returns {Promise<import('./session.js').Session>}
   */
  async accept({ stream = null } = {}) {
    this.#answer('answered');
    const leg = this.#begin(stream);
    if (this.#order) leg.dial(this.#order);
    else await this.#request({ type: 'accept' }).catch(error => {
      leg.end(error.code);
      // It may have been told before its reply came: answered on another device, or withdrawn.
      throw leg.reason === error.code ? error : new PlugError(leg.reason, error.reason);
    });
    return leg.session;
  }

  async reject() {
    this.end('rejected');
    await this.#request({ type: this.#order ? 'unpair' : 'reject' });
  }

  /** @internal */
  force(order) {
    this.#order = order;
    this.confirmed = true;
  }

  /** @internal */
  end(reason) {
    if (this.state !== 'ringing') return;
    this.#answer('ended');
    this.reason = reason;
    emit(this, 'ended', { reason });
  }

  #answer(state) {
    if (this.state !== 'ringing') throw new PlugError('ended', `this call is ${this.state}`);
    this.state = state;
    this.#over();
  }
}
