// Garbage may fail every decoder that it is given; making one costs more than sending garbage.
const REST = 300;

/**
 * One decoder at a time: counts what went in, and credits it as it comes out, or at once when the decoder is given up.
 * One that failed is made anew, not at once, as long as there is something to decode.
 */
export class Decoding {
  #consumed;
  #make;
  #failed;
  #decoder = null;
  #config = null;
  #sizes = [];
  #restUntil = 0;

  /**
   * @param {{ consumed: (bytes: number) => void, failed: () => void,
   *   make: (on: { output: (data: VideoFrame | AudioData) => void, error: () => void }) =>
   *     VideoDecoder | AudioDecoder, output: (data: VideoFrame | AudioData) => void }} on `output` owns what it is given
   */
  constructor({ consumed, failed, make, output }) {
    this.#consumed = consumed;
    this.#failed = failed;
    this.#make = () => {
      const decoder = make({
        output: data => {
          if (decoder !== this.#decoder) {
            data.close();
            return;
          }
          this.#left();
          output(data);
        },
        error: () => decoder === this.#decoder && this.fail(),
      });
      return decoder;
    };
  }

  /** How many messages the decoder has not given back yet. */
  get depth() {
    return this.#sizes.length;
  }

  /** @param {object | null} config of the decoder; null for none any more */
  configure(config) {
    this.#drop();
    this.#config = config;
    if (config) this.#begin();
  }

  /** Whether there is a decoder, or one could be made now. */
  get ready() {
    return this.#config !== null && (this.#decoder !== null || performance.now() >= this.#restUntil);
  }

  /**
   * Only where it is ready.
   * @param {EncodedVideoChunk | EncodedAudioChunk} chunk
   * @param {number} bytes to be credited
   */
  decode(chunk, bytes) {
    if (this.#decoder === null) this.#begin();
    if (this.#decoder === null) {
      this.#consumed(bytes);
      return;
    }
    this.#sizes.push(bytes);
    try {
      this.#decoder.decode(chunk);
    } catch {
      this.fail();
    }
  }

  /** Gives the decoder up for a moment. */
  fail() {
    this.#restUntil = performance.now() + REST;
    this.#drop();
    this.#failed();
  }

  #begin() {
    this.#decoder = this.#make();
    try {
      this.#decoder.configure(this.#config);
    } catch {
      this.fail();
    }
  }

  #drop() {
    const decoder = this.#decoder;
    this.#decoder = null;
    if (decoder && decoder.state !== 'closed') decoder.close();
    while (this.#sizes.length > 0) this.#left();
  }

  #left() {
    if (this.#sizes.length > 0) this.#consumed(this.#sizes.shift());
  }
}
