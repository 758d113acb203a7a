// No text of this protocol is nearly as long.
const MOST_TEXT = 16 * 1024;
// Far more than any window that a server gives out, and little enough to keep.
const MOST_WINDOW = 16 * 1024 * 1024;
const MOST_CODECS = 32;
const MOST_CODEC_TEXT = 128;
const TRACKS = new Set(['audio', 'video', 'recorder']);

const isCount = value => Number.isSafeInteger(value) && value >= 0;
const isText = value => typeof value === 'string' && value.length <= MOST_CODEC_TEXT;
const isWithin = (least, most) => value => Number.isSafeInteger(value) && value >= least && value <= most;
const isEpoch = isWithin(0, 255);
const isSampleRate = isWithin(8000, 192_000);
const isChannels = isWithin(1, 8);
const codecs = value => Array.isArray(value) ? value.slice(0, MOST_CODECS).filter(isText) : [];

/** For each type what is taken of such a message, or null where it can't be one. */
const READERS = new Map(Object.entries({
  pair: ({ peer, window }) => isCount(window) && window > 0 ? { peer, window: Math.min(window, MOST_WINDOW) } : null,
  hold: () => ({}),
  credit: ({ bytes }) => Number.isFinite(bytes) && bytes >= 0 ? { bytes } : null,
  'media-can': ({ video, audio, recorder }) =>
    ({ video: codecs(video), audio: codecs(audio), recorder: codecs(recorder) }),
  'media-config': readConfig,
  'media-key': ({ track }) => TRACKS.has(track) ? { track } : null,
  'media-state': ({ audio, video }) => ({ audio: audio === true, video: video === true }),
  'media-alive': () => ({}),
}));

function readConfig({ track, epoch, codec, mime, sampleRate, numberOfChannels }) {
  if (!isEpoch(epoch)) return null;
  switch (track) {
    case 'video': return isText(codec) ? { track, epoch, codec } : null;
    case 'audio': return isText(codec) && isSampleRate(sampleRate) && isChannels(numberOfChannels)
      ? { track, epoch, codec, sampleRate, numberOfChannels } : null;
    case 'recorder': return isText(mime) ? { track, epoch, mime } : null;
    default: return null;
  }
}

/**
 * Reads a text that came on `/media`. The server relays what the peer says, so that it may be anything.
 * @param {string} text
 * @returns {({ type: string } & Record<string, unknown>) | null} the message with the fields this client knows, each
 *   within its bounds; null for everything that is none
 */
export function readMessage(text) {
  if (text.length > MOST_TEXT) return null;
  let said;
  try {
    said = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof said !== 'object' || said === null || Array.isArray(said)) return null;
  const fields = READERS.get(said.type)?.(said) ?? null;
  return fields && { type: said.type, ...fields };
}

// How many at once, and how many a second: what is honest stays far below. Credit and signs of life cost nothing.
const RATES = new Map(Object.entries({
  pair: [20, 2],
  hold: [20, 2],
  'media-can': [10, 1],
  'media-config': [20, 4],
  'media-key': [10, 4],
  'media-state': [40, 10],
}));

/** How often the peer may have this side do what costs it something: begin anew, make a decoder, tell the page. */
export class Allowances {
  #left = new Map();
  #now;

  /** @param {() => number} [now] a monotonic clock in milliseconds */
  constructor(now = () => performance.now()) {
    this.#now = now;
  }

  /** @param {string} type of a message */
  admits(type) {
    const rate = RATES.get(type);
    if (!rate) return true;
    const [burst, perSecond] = rate;
    const now = this.#now();
    const { at, tokens } = this.#left.get(type) ?? { at: now, tokens: burst };
    const filled = Math.min(burst, tokens + (now - at) / 1000 * perSecond);
    this.#left.set(type, { at: now, tokens: filled >= 1 ? filled - 1 : filled });
    return filled >= 1;
  }
}
