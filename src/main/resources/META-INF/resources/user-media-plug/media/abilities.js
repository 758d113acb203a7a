// In order of preference: what costs the processor least comes first, all are royalty-free or everywhere.
const PICTURE_CODECS = ['vp8', 'avc1.42E01F', 'vp09.00.10.08', 'av01.0.04M.08'];
const SOUND_CODECS = ['opus'];
const RECORDINGS = ['video/webm;codecs=vp8,opus', 'video/webm;codecs=vp9,opus', 'video/mp4;codecs=avc1.42E01E,opus',
  'video/mp4;codecs=avc1.42E01E,mp4a.40.2'];

const PICTURE = { width: 640, height: 480 };
const SOUND = { sampleRate: 48_000, numberOfChannels: 1 };

/** The media source of this browser: a phone may have the managed kind only. */
export const PlayableSource = globalThis.MediaSource ?? globalThis.ManagedMediaSource;

/** @param {string} codec */
export function encoderTuning(codec) {
  return { latencyMode: 'realtime', ...(codec.startsWith('avc1') ? { avc: { format: 'annexb' } } : {}) };
}

let whatPlays;

/**
 * What this browser can play; asked of it once.
 * @returns {Promise<{ video: string[], audio: string[], recorder: string[] }>}
 */
export function playable() {
  whatPlays ??= askPlayable();
  return whatPlays;
}

let whatIsProduced;

/** What this browser can produce, in the same form; asked of it once. */
export function producible() {
  whatIsProduced ??= askProducible();
  return whatIsProduced;
}

async function askPlayable() {
  const canShow = globalThis.VideoDecoder && globalThis.VideoFrame;
  const canSound = globalThis.AudioDecoder && globalThis.AudioWorkletNode;
  return {
    video: canShow ? await supported(VideoDecoder, PICTURE_CODECS, codec => ({ codec })) : [],
    audio: canSound ? await supported(AudioDecoder, SOUND_CODECS, codec => ({ codec, ...SOUND })) : [],
    recorder: PlayableSource ? RECORDINGS.filter(type => PlayableSource.isTypeSupported(type)) : [],
  };
}

async function askProducible() {
  const canSound = globalThis.AudioEncoder && (globalThis.MediaStreamTrackProcessor || globalThis.AudioWorkletNode);
  return {
    video: globalThis.VideoEncoder && globalThis.VideoFrame
      ? await supported(VideoEncoder, PICTURE_CODECS, codec => ({ codec, ...PICTURE, ...encoderTuning(codec) })) : [],
    audio: canSound ? await supported(AudioEncoder, SOUND_CODECS, codec => ({ codec, ...SOUND })) : [],
    recorder: globalThis.MediaRecorder ? RECORDINGS.filter(type => MediaRecorder.isTypeSupported(type)) : [],
  };
}

async function supported(coder, codecs, configure) {
  const answers = await Promise.all(codecs.map(codec =>
    coder.isConfigSupported(configure(codec)).then(({ supported }) => supported, () => false)));
  return codecs.filter((_, index) => answers[index]);
}
