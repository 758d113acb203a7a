const KEY = 'user-media-plug';

/** What outlives a reload of this tab, and nothing else. */
export const memory = {
  get() {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}');
  },
  set(changes) {
    sessionStorage.setItem(KEY, JSON.stringify({ ...this.get(), ...changes }));
  },
  clear() {
    sessionStorage.removeItem(KEY);
  },
};
