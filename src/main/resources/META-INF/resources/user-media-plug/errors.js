/** What every rejected promise of this module carries. */
export class PlugError extends Error {
  /**
   * @param {string} code the contract's refusal code, or one of this side's own: `timeout`, `not-connected`,
   *   `connection-lost`, `unreachable`, `ended`
   * @param {string} [reason] the same in words, for a log rather than for a user
   */
  constructor(code, reason = code) {
    super(reason === code ? code : `${code}: ${reason}`);
    this.name = 'PlugError';
    this.code = code;
    this.reason = reason;
  }
}
