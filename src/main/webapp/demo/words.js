const ENDED = words({
  'hung-up': () => 'You ended the call.',
  'peer-hung-up': peer => `${peer} ended the call.`,
  rejected: peer => `${peer} declined the call.`,
  cancelled: () => 'You withdrew the call.',
  timeout: peer => `${peer} did not answer.`,
  offline: peer => `${peer} went offline.`,
  'answered-elsewhere': peer => `You answered or declined ${peer}’s call on another device.`,
  'media-timeout': () => 'The call ended, because one side could not connect in time. Call again; if that does not '
    + 'help, ask whoever runs this server whether its proxy lets WebSockets through.',
  'media-unreachable': (peer, address) => 'The call ended, because the connection for picture and sound could not be '
    + `opened (${address}). Call again; if that does not help, ask whoever runs this server to let WebSockets `
    + 'through there.',
  'slow-consumer': () => 'The call ended, because the connection was too slow.',
  'connection-lost': () => 'The call ended, because the connection was lost for too long.',
  replaced: () => 'The call ended here, because your name is now used in another window.',
  'peer-offline': peer => `${peer} is not online right now.`,
  'unknown-user': peer => `Nobody called ${peer} has signed in here yet.`,
  'call-exists': peer => `You are calling ${peer} already.`,
  'already-paired': peer => `You are in a call with ${peer} already.`,
  'not-connected': () => 'There is no connection to the server right now.',
});

const MISSED = words({
  cancelled: peer => `${peer} stopped calling.`,
  timeout: peer => `You missed a call from ${peer}.`,
  offline: peer => `${peer} went offline while calling.`,
  'answered-elsewhere': peer => `You answered or declined ${peer}’s call on another device.`,
  'connection-lost': peer => `The call from ${peer} was lost.`,
});

const REFUSED = words({
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
});

const DEVICE = words({
  denied: what => `This page may not use your ${what}. Allow it in the browser’s settings for this site.`,
  'not-found': what => `No ${what} was found.`,
  busy: what => `Your ${what} is used by another program.`,
  insecure: what => `Your ${what} can be used on a secure address (https) only.`,
  unsupported: what => `This browser can’t use a ${what} here.`,
});

const PRESENCE = words({ online: 'Online', busy: 'Busy', away: 'Away', offline: 'Offline' });

const STATES = words({
  preparing: 'Waiting for your camera and microphone…',
  ringing: 'Ringing…',
  connecting: 'Connecting…',
  live: 'In call',
  hold: 'On hold: the connection was interrupted and is being restored…',
});

/** @param {string} reason @param {string} peer @param {string} [address] which could not be opened */
export const endWords = (reason, peer, address) =>
  ENDED.get(reason)?.(peer, address) ?? `The call ended (${reason}).`;
export const missedWords = (reason, peer) => MISSED.get(reason)?.(peer) ?? `The call from ${peer} ended.`;
export const errorWords = error => REFUSED.get(error.code) ?? `That did not work: ${error.reason ?? error.message}`;
export const stateWords = state => STATES.get(state) ?? '';
/** What somebody's status is called; a status of a person's own is shown as it is. @param {string} status */
export const presenceWords = status => PRESENCE.get(status) ?? status;

// A Map, and no object: what is looked up is what somebody else has said, `constructor` too.
function words(entries) {
  return new Map(Object.entries(entries));
}

/** @param {{ kind: string, code: string }[]} problems */
export function deviceWords(problems) {
  const codes = new Set(problems.map(({ code }) => code));
  if (problems.length === 2 && codes.size === 1) {
    const consequence = 'You can still see and hear the other side.';
    return `${DEVICE.get(problems[0].code)('camera or microphone')} ${consequence}`;
  }
  return problems.map(({ kind, code }) => DEVICE.get(code)(kind === 'audio' ? 'microphone' : 'camera')).join(' ');
}
