/**
 * Takes frames from a video element that plays the track, for browsers that give a page no track processor.
 *
 * @param {MediaStreamTrack} track
 * @param {(frame: VideoFrame) => void} take
 * @returns {() => void} stops
 */
export function captureFromElement(track, take) {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([track]);
  let request;
  const onFrame = now => {
    request = video.requestVideoFrameCallback(onFrame);
    take(new VideoFrame(video, { timestamp: Math.round(now * 1000) }));
  };
  request = video.requestVideoFrameCallback(onFrame);
  video.play().catch(() => {});
  return () => {
    video.cancelVideoFrameCallback(request);
    video.srcObject = null;
  };
}
