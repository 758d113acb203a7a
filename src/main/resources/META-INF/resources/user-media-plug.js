/**
 * The browser's side of user-media-plug: presence, calls, and relayed sound and picture.
 *
 * ```js
 * import { UserMediaPlug, openDevices } from './user-media-plug.js';
 *
 * const plug = new UserMediaPlug();
 * await plug.connect({ user: 'alice' });
 * await plug.register(['bob']);
 * await plug.setStatus('online');
 * const { stream } = await openDevices();
 * const session = await plug.call('bob', { stream });
 * session.attach(document.querySelector('video'));
 * ```
 *
 * @module user-media-plug
 */
export { UserMediaPlug } from './user-media-plug/client.js';
export { PlugError } from './user-media-plug/errors.js';
export { listDevices, openDevices } from './user-media-plug/capture/devices.js';
