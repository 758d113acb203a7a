import { listDevices, openDevices } from '../user-media-plug.js';
import { byId } from './page.js';
import { deviceWords } from './words.js';

/** This side's camera and microphone: opened for a call, closed with it. */
export class OwnMedia {
  stream = null;
  #chosen = { audio: true, video: true };
  #changed;

  /** @param {(stream: MediaStream | null) => void} changed called when another device was picked */
  constructor(changed) {
    this.#changed = changed;
    byId('devices').addEventListener('click', () => this.#offer());
    byId('camera').addEventListener('change', event => this.#pick({ video: event.target.value }));
    byId('microphone').addEventListener('change', event => this.#pick({ audio: event.target.value }));
  }

  async open() {
    const { stream, problems } = await openDevices(this.#chosen);
    this.close();
    this.stream = stream;
    byId('own-video').srcObject = stream;
    byId('own-video').play().catch(() => {});
    byId('own').hidden = !stream?.getVideoTracks().length;
    byId('media-words').textContent = deviceWords(problems);
    return stream;
  }

  close() {
    for (const track of this.stream?.getTracks() ?? []) track.stop();
    this.stream = null;
    byId('own-video').srcObject = null;
    byId('own').hidden = true;
    byId('media-words').textContent = '';
  }

  async #offer() {
    const devices = await listDevices();
    this.#fill(byId('camera'), devices.video, this.stream?.getVideoTracks()[0]);
    this.#fill(byId('microphone'), devices.audio, this.stream?.getAudioTracks()[0]);
    byId('device-dialog').showModal();
  }

  #fill(select, devices, track) {
    const options = devices.map(({ label, deviceId }, index) => new Option(label || `Device ${index + 1}`, deviceId));
    select.replaceChildren(...options.length > 0 ? options : [new Option('None found', '')]);
    select.disabled = options.length === 0;
    select.value = track?.getSettings().deviceId ?? select.options[0].value;
  }

  async #pick(choice) {
    this.#chosen = { ...this.#chosen, ...choice };
    this.#changed(await this.open());
  }
}
