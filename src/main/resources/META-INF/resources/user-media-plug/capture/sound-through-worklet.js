import { releaseAudioContext, sharedAudioContext } from '../playback/audio-context.js';

/**
 * @param {MediaStreamTrack} track
 * @param {(data: AudioData) => void} take
 * @returns {() => void} stops
 */
export function captureThroughWorklet(track, take) {
  const context = sharedAudioContext();
  const source = context.createMediaStreamSource(new MediaStream([track]));
  let node = null;
  let stopped = false;
  context.ready.then(() => {
    if (stopped) return;
    node = new AudioWorkletNode(context, 'user-media-plug-capture', { numberOfOutputs: 0, channelCount: 1 });
    node.port.onmessage = ({ data }) => take(new AudioData({
      format: 'f32-planar',
      sampleRate: context.sampleRate,
      numberOfFrames: data.samples.length,
      numberOfChannels: 1,
      timestamp: data.timestamp,
      data: data.samples,
    }));
    source.connect(node);
  }).catch(() => {});
  return () => {
    stopped = true;
    source.disconnect();
    if (node) {
      node.port.onmessage = null;
      node.port.postMessage('stop');
    }
    releaseAudioContext();
  };
}
