import { captureFromElement } from './picture-from-element.js';
import { readTrack } from './track-reader.js';

/**
 * @param {MediaStreamTrack} track
 * @param {(frame: VideoFrame) => void} take owns the frame and must close it
 * @returns {() => void} stops
 */
export function capturePicture(track, take) {
  return globalThis.MediaStreamTrackProcessor ? readTrack(track, take) : captureFromElement(track, take);
}
