// Opus decodes to this rate, so nothing has to be resampled.
const SAMPLE_RATE = 48_000;

let context = null;
let users = 0;

/** The page's one AudioContext, open while somebody uses it. Its `ready` resolves once the worklets are loaded. */
export function sharedAudioContext() {
  if (!context) {
    context = new AudioContext({ sampleRate: SAMPLE_RATE, latencyHint: 'interactive' });
    const load = name => context.audioWorklet.addModule(new URL(`../worklet/${name}.js`, import.meta.url));
    context.ready = Promise.all([load('capture'), load('playout')]);
  }
  users++;
  wakeAudioContext();
  return context;
}

/** Browsers start sound only after a user's gesture: to be tried again whenever there is one. */
export function wakeAudioContext() {
  return context && context.state !== 'running' ? context.resume().catch(() => {}) : Promise.resolve();
}

export function releaseAudioContext() {
  if (--users > 0) return;
  context.close().catch(() => {});
  context = null;
}
