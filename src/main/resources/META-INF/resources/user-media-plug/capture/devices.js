/**
 * @typedef {{ kind: 'audio' | 'video', code: 'denied' | 'not-found' | 'busy' | 'insecure' | 'unsupported' }}
 *   DeviceProblem
 */
const CODES = new Map(Object.entries({
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'not-found',
  OverconstrainedError: 'not-found',
  NotReadableError: 'busy',
  AbortError: 'busy',
}));
const PICTURE = { width: { ideal: 640 }, height: { ideal: 480 }, frameRate: { ideal: 30 } };
const SOUND = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

/**
 * Opens microphone and camera, or the one of them that can be had: a missing camera is no reason to hang up.
 * The caller owns the stream and stops its tracks.
 *
 * @param {{ audio?: boolean | string, video?: boolean | string }} [wanted] a string is a device's id
 * @returns {Promise<{ stream: MediaStream | null, problems: DeviceProblem[] }>}
 */
export async function openDevices({ audio = true, video = true } = {}) {
  const wanted = {
    ...(audio ? { audio: tuned(SOUND, audio) } : {}),
    ...(video ? { video: tuned(PICTURE, video) } : {}),
  };
  const kinds = Object.keys(wanted);
  if (kinds.length === 0) return { stream: null, problems: [] };
  if (!navigator.mediaDevices?.getUserMedia) {
    const code = globalThis.isSecureContext ? 'unsupported' : 'insecure';
    return { stream: null, problems: kinds.map(kind => ({ kind, code })) };
  }
  try {
    return { stream: await navigator.mediaDevices.getUserMedia(wanted), problems: [] };
  } catch (error) {
    return kinds.length === 1 ? { stream: null, problems: [problem(kinds[0], error)] } : oneByOne(wanted, error);
  }
}

/** @returns {Promise<{ audio: MediaDeviceInfo[], video: MediaDeviceInfo[] }>} */
export async function listDevices() {
  const all = await navigator.mediaDevices?.enumerateDevices() ?? [];
  const known = kind => all.filter(device => device.kind === kind && device.deviceId !== '');
  return { audio: known('audioinput'), video: known('videoinput') };
}

async function oneByOne(wanted, first) {
  const tracks = [];
  const problems = [];
  for (const [kind, constraints] of Object.entries(wanted)) {
    // Who has just said no is not asked once more.
    if (CODES.get(first.name) === 'denied' && !await granted(kind)) {
      problems.push(problem(kind, first));
      continue;
    }
    try {
      tracks.push(...(await navigator.mediaDevices.getUserMedia({ [kind]: constraints })).getTracks());
    } catch (error) {
      problems.push(problem(kind, error));
    }
  }
  return { stream: tracks.length > 0 ? new MediaStream(tracks) : null, problems };
}

async function granted(kind) {
  const name = kind === 'audio' ? 'microphone' : 'camera';
  return navigator.permissions?.query({ name }).then(({ state }) => state === 'granted', () => false) ?? false;
}

function tuned(constraints, wanted) {
  return typeof wanted === 'string' ? { ...constraints, deviceId: { exact: wanted } } : constraints;
}

function problem(kind, error) {
  return { kind, code: CODES.get(error.name) ?? 'unsupported' };
}
