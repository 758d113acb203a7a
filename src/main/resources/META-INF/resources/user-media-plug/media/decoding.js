/** Counts what went into a decoder and credits it as it comes out, or at once when the decoder is given up. */
export class Decoding {
  #consumed;
  #sizes = [];

  /** @param {(bytes: number) => void} consumed */
  constructor(consumed) {
    this.#consumed = consumed;
  }

  get depth() {
    return this.#sizes.length;
  }

  entered(bytes) {
    this.#sizes.push(bytes);
  }

  left() {
    if (this.#sizes.length > 0) this.#consumed(this.#sizes.shift());
  }

  abandoned() {
    while (this.#sizes.length > 0) this.left();
  }
}
