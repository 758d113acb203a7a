import { playable } from './abilities.js';
import { Consumption } from './consumption.js';
import { unpackFrame } from './frame.js';
import { MediaReceiver } from './media-receiver.js';
import { MediaSender } from './media-sender.js';
import { Pulse } from './pulse.js';
import { SendBudget } from './send-budget.js';

/**
 * What two clients say to each other over a paired media line. Binary messages are frames (see frame.js); text is flat
 * JSON:
 * - `media-can` { video, audio, recorder }: what its sender can play, said at every `pair`; the other side picks
 * - `media-config` { track, epoch, codec | mime, … }: what the frames of this track and epoch are
 * - `media-key` { track }: a key frame is needed, or a recording that begins anew
 * - `media-state` { audio, video }: whether sound and picture are being sent
 * - `media-alive`: nothing but a sign of life
 * - `credit` { bytes }: consumed, by the server's contract
 */
export class Exchange {
  /** What the peer says it sends. */
  remote = { audio: true, video: true };
  #send;
  #tell;
  #budget = new SendBudget();
  #consumption;
  #sender;
  #receiver;
  #pulse;
  #pairs = 0;

  constructor({ view, stream, send, tell, quiet, back }) {
    this.#send = send;
    this.#tell = tell;
    const say = message => send(JSON.stringify(message));
    this.#consumption = new Consumption(say);
    this.#receiver = new MediaReceiver({ view, say, consumed: bytes => this.#consumption.add(bytes) });
    this.#sender = new MediaSender({ say, send, budget: this.#budget, tell });
    this.#sender.use(stream);
    this.#pulse = new Pulse({ beat: () => say({ type: 'media-alive' }), quiet, back });
  }

  /** @param {number} window */
  async paired(window) {
    const pair = ++this.#pairs;
    this.#budget.reset(window);
    this.#consumption.forget();
    this.#receiver.reset();
    this.#sender.stop();
    this.#pulse.start();
    const abilities = await playable();
    if (pair !== this.#pairs) return;
    this.#receiver.offer(abilities);
    this.#say({ type: 'media-can', version: 1, ...abilities });
    this.#sayState();
  }

  held() {
    this.#pairs++;
    this.#pulse.stop();
    this.#sender.stop();
    this.#consumption.forget();
  }

  /** @param {object} message as `readMessage` leaves it */
  text(message) {
    this.#pulse.heard(message.type === 'media-alive');
    switch (message.type) {
      case 'credit': this.#budget.credit(message.bytes); break;
      case 'media-can': this.#sender.start(message); break;
      case 'media-config': this.#receiver.configure(message); break;
      case 'media-key': this.#sender.renew(message.track); break;
      case 'media-state':
        this.remote = { audio: message.audio, video: message.video };
        this.#tell('remote', this.remote);
        break;
    }
  }

  /** @param {ArrayBuffer} buffer */
  binary(buffer) {
    this.#pulse.heard();
    const frame = unpackFrame(buffer);
    if (!frame) {
      this.#consumption.add(buffer.byteLength);
      return;
    }
    this.#consumption.arrived(frame);
    this.#receiver.take(frame);
  }

  /** Asks the peer to begin anew what can't be joined in its middle. */
  refresh() {
    this.#say({ type: 'media-key', track: 'recorder' });
  }

  setEnabled(kind, enabled) {
    this.#sender.setEnabled(kind, enabled);
    this.#sayState();
  }

  replaceStream(stream) {
    this.#sender.use(stream);
    this.#sayState();
  }

  stats() {
    return {
      ...this.#sender.stats(),
      ...this.#receiver.stats(),
      roundTrip: this.#budget.roundTrip,
      outstanding: this.#budget.outstanding,
    };
  }

  close() {
    this.#pairs++;
    this.#pulse.stop();
    this.#sender.close();
    this.#receiver.close();
    this.#consumption.forget();
  }

  #sayState() {
    this.#say({ type: 'media-state', ...this.#sender.enabled });
  }

  #say(message) {
    this.#send(JSON.stringify(message));
  }
}
