import { PlugError } from '../errors.js';

/**
 * @param {string} url
 * @param {number} timeout milliseconds
 * @returns {Promise<WebSocket>} an open socket
 */
export function dial(url, timeout) {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(url);
    const timer = setTimeout(() => socket.close(), timeout);
    socket.onopen = () => {
      clearTimeout(timer);
      socket.onclose = null;
      resolve(socket);
    };
    // A browser tells a page nothing about why a handshake failed, on purpose.
    socket.onclose = () => {
      clearTimeout(timer);
      reject(new PlugError('unreachable', `no connection to ${url}`));
    };
  });
}
