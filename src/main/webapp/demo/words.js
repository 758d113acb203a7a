const ENDED = {
  'hung-up': () => 'You ended the call.',
  'peer-hung-up': peer => `${peer} ended the call.`,
  rejected: peer => `${peer} declined the call.`,
  cancelled: () => 'You withdrew the call.',
  timeout: peer => `${peer} did not answer.`,
  offline: peer => `${peer} went offline.`,
  'answered-elsewhere': peer => `You answered or declined ${peer}’s call on another device.`,
  'media-timeout': () => 'The call ended, because one side could not connect in time.',
  'slow-consumer': () => 'The call ended, because the connection was too slow.',
  'connection-lost': () => 'The call ended, because the connection was lost for too long.',
  replaced: () => 'The call ended here, because your name is now used in another window.',
  'peer-offline': peer => `${peer} is not online right now.`,
  'unknown-user': peer => `Nobody called ${peer} has signed in here yet.`,
  'call-exists': peer => `You are calling ${peer} already.`,
  'already-paired': peer => `You are in a call with ${peer} already.`,
  'not-connected': () => 'There is no connection to the server right now.',
};

const MISSED = {
  cancelled: peer => `${peer} stopped calling.`,
  timeout: peer => `You missed a call from ${peer}.`,
  offline: peer => `${peer} went offline while calling.`,
  'answered-elsewhere': peer => `You answered or declined ${peer}’s call on another device.`,
  'connection-lost': peer => `The call from ${peer} was lost.`,
};

const REFUSED = {
  'identity-taken': 'That name is in use right now. Choose another, or close a window that uses it.',
  'not-authorized': 'The server did not accept that you are this person.',
  unreachable: 'The server can’t be reached. Check your connection and try again.',
  timeout: 'The server did not answer in time. Try again.',
  'connection-lost': 'The connection to the server broke. Try again.',
  'not-connected': 'There is no connection to the server right now.',
  'bad-message': 'The server did not accept that name.',
  'too-large': 'That is more than the server takes.',
  'rate-limited': 'That was too fast for the server. Wait a moment.',
  replaced: 'Your name is now used in another window, so this one was signed out.',
};

const DEVICE = {
  denied: what => `This page may not use your ${what}. Allow it in the browser’s settings for this site.`,
  'not-found': what => `No ${what} was found.`,
  busy: what => `Your ${what} is used by another program.`,
  insecure: what => `Your ${what} can be used on a secure address (https) only.`,
  unsupported: what => `This browser can’t use a ${what} here.`,
};

const STATES = {
  preparing: 'Waiting for your camera and microphone…',
  ringing: 'Ringing…',
  connecting: 'Connecting…',
  live: 'In call',
  hold: 'On hold: the connection was interrupted and is being restored…',
};

export const endWords = (reason, peer) => ENDED[reason]?.(peer) ?? `The call ended (${reason}).`;
export const missedWords = (reason, peer) => MISSED[reason]?.(peer) ?? `The call from ${peer} ended.`;
export const errorWords = error => REFUSED[error.code] ?? `That did not work: ${error.reason ?? error.message}`;
export const stateWords = state => STATES[state] ?? '';

/** @param {{ kind: string, code: string }[]} problems */
export function deviceWords(problems) {
  const codes = new Set(problems.map(({ code }) => code));
  if (problems.length === 2 && codes.size === 1) {
    const consequence = 'You can still see and hear the other side.';
    return `${DEVICE[problems[0].code]('camera or microphone')} ${consequence}`;
  }
  return problems.map(({ kind, code }) => DEVICE[code](kind === 'audio' ? 'microphone' : 'camera')).join(' ');
}
