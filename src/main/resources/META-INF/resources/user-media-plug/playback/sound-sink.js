import { releaseAudioContext, sharedAudioContext } from './audio-context.js';

/**
 * A track that sounds what it is given, through a bounded jitter buffer.
 * @returns {Promise<{ track: MediaStreamTrack, play: (data: AudioData) => void, stats: () => object,
 *   close: () => void }>}
 */
export async function openSoundSink() {
  const context = sharedAudioContext();
  try {
    await context.ready;
  } catch (error) {
    releaseAudioContext();
    throw error;
  }
  const node = new AudioWorkletNode(context, 'user-media-plug-playout', { numberOfInputs: 0, outputChannelCount: [2] });
  const destination = context.createMediaStreamDestination();
  const [track] = destination.stream.getAudioTracks();
  node.connect(destination);
  let stats = { soundBuffered: 0, soundLate: 0 };
  node.port.onmessage = ({ data }) => { stats = data; };
  return {
    track,
    play: data => node.port.postMessage(planes(data)),
    stats: () => stats,
    close: () => {
      node.port.postMessage('stop');
      node.disconnect();
      track.stop();
      releaseAudioContext();
    },
  };
}

function planes(data) {
  return Array.from({ length: Math.min(2, data.numberOfChannels) }, (_, planeIndex) => {
    const plane = new Float32Array(data.numberOfFrames);
    data.copyTo(plane, { planeIndex, format: 'f32-planar' });
    return plane;
  });
}
