/**
 * The head of every binary message between two clients, big-endian, 24 bytes:
 *
 * | offset | type   | field                                                                              |
 * | ------ | ------ | ---------------------------------------------------------------------------------- |
 * | 0      | uint8  | version, 1                                                                         |
 * | 1      | uint8  | kind: 1 picture, 2 sound, 3 a recorder's chunk                                     |
 * | 2      | uint8  | flags: bit 0 = key frame, or a recording's first chunk                             |
 * | 3      | uint8  | epoch: steps, modulo 256, whenever a track is configured anew                      |
 * | 4      | uint32 | sequence, counted per track from 0 at each epoch                                   |
 * | 8      | int64  | timestamp in microseconds of the sender's clock                                    |
 * | 16     | uint32 | duration in microseconds, 0 where unknown                                          |
 * | 20     | uint32 | offset: binary bytes sent before this message since `pair`, modulo 2^32; tells how |
 * |        |        | much was lost on the way, so that it can be credited                               |
 *
 * The encoded payload follows.
 */
export const HEAD_BYTES = 24;
export const PICTURE = 1;
export const SOUND = 2;
export const RECORDING = 3;

// The most that a client of this project sends in one message.
export const MOST_BYTES = 1024 * 1024;

const VERSION = 1;
const KEY = 1;

/**
 * @typedef {{ kind: number, key: boolean, epoch: number, sequence: number, timestamp: number, duration: number,
 *   offset: number }} Head
 */

/**
 * @param {Head} head
 * @param {number} payloadBytes
 * @param {(room: Uint8Array) => void} fill writes the payload into its place, which saves a copy
 * @returns {Uint8Array}
 */
export function packFrame(head, payloadBytes, fill) {
  const bytes = new Uint8Array(HEAD_BYTES + payloadBytes);
  const view = new DataView(bytes.buffer);
  view.setUint8(0, VERSION);
  view.setUint8(1, head.kind);
  view.setUint8(2, head.key ? KEY : 0);
  view.setUint8(3, head.epoch);
  view.setUint32(4, head.sequence);
  view.setBigInt64(8, BigInt(Math.round(head.timestamp)));
  view.setUint32(16, head.duration ?? 0);
  view.setUint32(20, head.offset);
  fill(bytes.subarray(HEAD_BYTES));
  return bytes;
}

/**
 * @param {ArrayBuffer} buffer
 * @returns {(Head & { payload: Uint8Array, bytes: number }) | null} null for what this version can't read
 */
export function unpackFrame(buffer) {
  const view = new DataView(buffer);
  if (buffer.byteLength < HEAD_BYTES || buffer.byteLength > MOST_BYTES || view.getUint8(0) !== VERSION) return null;
  const timestamp = Number(view.getBigInt64(8));
  // Beyond it a number is not exact, and a little further no decoder takes it.
  if (!Number.isSafeInteger(timestamp)) return null;
  return {
    kind: view.getUint8(1),
    key: (view.getUint8(2) & KEY) !== 0,
    epoch: view.getUint8(3),
    sequence: view.getUint32(4),
    timestamp,
    duration: view.getUint32(16),
    offset: view.getUint32(20),
    payload: new Uint8Array(buffer, HEAD_BYTES),
    bytes: buffer.byteLength,
  };
}
