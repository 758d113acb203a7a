/** The metadata endpoint of the application that served this module. */
export const ownMeta = new URL('../../meta', import.meta.url).href;

/**
 * @param {string} address a URL, or a path relative to the base
 * @param {string} base
 * @returns {string} the same address for a WebSocket: `wss` where the base is secure
 */
export function socketUrl(address, base) {
  const url = new URL(address, base);
  url.protocol = url.protocol.replace(/^http/, 'ws');
  url.hash = '';
  return url.href;
}
