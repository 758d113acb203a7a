// Seconds behind the newest picture. Seeking close to the edge stalls and seeks again, so small delays are played off.
const SEEK = 2;
const LAND = 0.3;
const HURRY = 0.5;
const CALM = 0.3;
// Less kept behind the playhead has been seen to freeze playback where key frames are rare.
const KEEP = 6;
const EVICT = 12;

/**
 * Keeps live playback near its newest picture.
 * @param {HTMLVideoElement} video
 * @param {SourceBuffer} buffer
 */
export function catchUp(video, buffer) {
  const { buffered } = buffer;
  if (buffered.length === 0) return;
  const edge = buffered.end(buffered.length - 1);
  const late = edge - video.currentTime;
  if (late > SEEK || video.currentTime < buffered.start(0)) {
    video.currentTime = Math.max(buffered.start(buffered.length - 1), edge - LAND);
  } else if (late > HURRY) {
    video.playbackRate = 1.15;
  } else if (late < CALM) {
    video.playbackRate = 1;
  }
}

/** @returns {boolean} whether the buffer is busy removing what was played */
export function evict(video, buffer) {
  const { buffered } = buffer;
  if (buffered.length === 0 || video.currentTime - buffered.start(0) < EVICT) return false;
  buffer.remove(buffered.start(0), video.currentTime - KEEP);
  return true;
}
