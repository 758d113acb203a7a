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
    socket.onclose = async () => {
      clearTimeout(timer);
      reject(await isShut(url, timeout)
        ? new PlugError('not-authorized', 'nobody has logged in here, or no longer')
        : new PlugError('unreachable', `no connection to ${url}`));
    };
  });
}

/** A browser does not tell a page why a handshake failed, on purpose; of a plain request it tells the status. */
async function isShut(url, timeout) {
  try {
    const answer = await fetch(url.replace(/^ws/, 'http'), {
      credentials: 'same-origin', redirect: 'manual', cache: 'no-store', signal: AbortSignal.timeout(timeout),
    });
    return answer.status === 401;
  } catch {
    return false;
  }
}
