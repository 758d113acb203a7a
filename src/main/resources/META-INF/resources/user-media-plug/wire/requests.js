import { PlugError } from '../errors.js';

/** Matches replies to requests by their `tx`. */
export class Requests {
  #timeout;
  #waiting = new Map();
  #lastTx = 0;

  /** @param {number} timeout milliseconds after which an unanswered request is rejected */
  constructor(timeout) {
    this.#timeout = timeout;
  }

  /**
   * @param {WebSocket} socket
   * @param {object} message
   * @returns {Promise<object>} the reply, once it says `ok`
   */
  send(socket, message) {
    const tx = ++this.#lastTx;
    return new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        this.#waiting.delete(tx);
        reject(new PlugError('timeout', `no answer to ${message.type}`));
      }, this.#timeout);
      this.#waiting.set(tx, { resolve, reject, timer });
      socket.send(JSON.stringify({ ...message, tx }));
    });
  }

  /** @param {{ tx?: number, ok: boolean, error?: string, reason?: string }} reply */
  settle(reply) {
    const request = this.#waiting.get(reply.tx);
    if (!request) return;
    this.#waiting.delete(reply.tx);
    clearTimeout(request.timer);
    if (reply.ok) request.resolve(reply);
    else request.reject(new PlugError(reply.error ?? 'server-error', reply.reason));
  }

  /** Rejects all that wait: their connection is gone, and whether the server acted on them is unknown. */
  abandon() {
    for (const { reject, timer } of this.#waiting.values()) {
      clearTimeout(timer);
      reject(new PlugError('connection-lost'));
    }
    this.#waiting.clear();
  }
}
