/**
 * @param {MediaStreamTrack} track
 * @param {(data: VideoFrame | AudioData) => void} take
 * @returns {() => void} stops
 */
export function readTrack(track, take) {
  const reader = new MediaStreamTrackProcessor({ track }).readable.getReader();
  let stopped = false;
  const pull = async () => {
    while (!stopped) {
      const { done, value } = await reader.read();
      if (done) return;
      if (stopped) value.close();
      else take(value);
    }
  };
  pull().catch(() => {});
  return () => {
    stopped = true;
    reader.cancel().catch(() => {});
  };
}
