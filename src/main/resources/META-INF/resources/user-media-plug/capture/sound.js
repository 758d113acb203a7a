import { captureThroughWorklet } from './sound-through-worklet.js';
import { readTrack } from './track-reader.js';

/**
 * @param {MediaStreamTrack} track
 * @param {(data: AudioData) => void} take owns the data and must close it
 * @returns {() => void} stops
 */
export function captureSound(track, take) {
  return globalThis.MediaStreamTrackProcessor ? readTrack(track, take) : captureThroughWorklet(track, take);
}
