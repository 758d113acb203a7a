import { UserMediaPlug } from './user-media-plug.js';
import { CallView } from './demo/call-view.js';
import { memory } from './demo/memory.js';
import { OwnMedia } from './demo/own-media.js';
import { byId, notify } from './demo/page.js';
import { PeopleView } from './demo/people-view.js';
import { RingView } from './demo/ring-view.js';
import { endWords, errorWords, missedWords } from './demo/words.js';

const plug = new UserMediaPlug();
const callView = new CallView({ withdraw: () => withdraw?.() });
const ringView = new RingView(answer);
const people = new PeopleView(plug, callSomebody);
const ownMedia = new OwnMedia(stream => current?.replaceStream(stream));
let current = null;
let withdraw = null;

plug.addEventListener('connection', ({ detail }) => showConnection(detail));
plug.addEventListener('session', ({ detail: session }) => showSession(session));
plug.addEventListener('call', ({ detail: incoming }) => {
  // The server still holds the call this tab was in before it was reloaded.
  if (incoming.forced && memory.get().inCallWith === incoming.peer) answer(incoming);
  else ringView.show(incoming, current ? `Accepting ends your call with ${current.peer}.` : '');
});

byId('sign-in-form').addEventListener('submit', event => {
  event.preventDefault();
  signIn({ user: byId('user').value.trim(), token: byId('token').value.trim() || undefined });
});
byId('sign-out').addEventListener('click', signOut);
byId('presence').addEventListener('change', event => setPresence(event.target.value));

const { user, resume, token } = memory.get();
byId('insecure').hidden = isSecureContext;
byId('user').value = user ?? new URLSearchParams(location.search).get('user') ?? '';
if (user) signIn({ user, resume, token });
else byId('user').focus();

async function signIn(identity) {
  if (identity.user === '') return;
  byId('sign-in-error').textContent = '';
  byId('sign-in-button').disabled = true;
  try {
    await plug.connect(identity);
    memory.set({ user: plug.user, resume: plug.resume, token: identity.token });
    askForToken(false);
    await plug.register().catch(error => {
      if (error.code !== 'user-exists') throw error;
    });
    await plug.setStatus(memory.get().status ?? 'online');
    byId('presence').value = memory.get().status ?? 'online';
    await people.load();
    // A call from before a reload may be on the stage already.
    if (document.body.dataset.view === 'sign-in') show('people');
  } catch (error) {
    plug.close();
    askForToken(error.code === 'not-authorized');
    byId('sign-in-error').textContent = errorWords(error);
  } finally {
    byId('sign-in-button').disabled = false;
  }
}

/** Only a server that wants proof is told a token. @param {boolean} asked */
function askForToken(asked) {
  byId('token-field').hidden = !asked;
  byId('token').value = '';
}

function signOut() {
  memory.clear();
  plug.close();
}

async function setPresence(status) {
  try {
    await plug.setStatus(status);
    memory.set({ status });
  } catch (error) {
    notify(errorWords(error));
  }
}

async function callSomebody(peer) {
  if (current || withdraw) return;
  const stream = await prepare(peer, () => {});
  // What went wrong is told by the session's end.
  if (stream !== undefined) plug.call(peer, { stream }).catch(() => {});
}

/** Opens camera and microphone for a call. Resolves to undefined if the user changed their mind meanwhile. */
async function prepare(peer, undo) {
  let withdrawn = false;
  withdraw = () => {
    withdrawn = true;
    undo();
    endCall('');
  };
  callView.prepare(peer);
  show('call');
  const stream = await ownMedia.open();
  if (withdrawn) {
    ownMedia.close();
    return undefined;
  }
  withdraw = null;
  return stream;
}

async function answer(incoming) {
  await current?.hangUp();
  const stream = await prepare(incoming.peer, () => incoming.reject().catch(() => {}));
  if (stream === undefined) return;
  try {
    await incoming.accept({ stream });
    people.add(incoming.peer);
  } catch (error) {
    endCall(missedWords(incoming.reason ?? error.code, incoming.peer));
  }
}

function showSession(session) {
  current = session;
  memory.set({ inCallWith: session.peer });
  callView.show(session);
  session.addEventListener('sending', ({ detail }) => {
    const unheard = detail.path === 'none' && ownMedia.stream;
    if (unheard) notify(`${session.peer}’s browser can’t play what yours can send.`);
  });
  session.addEventListener('ended', ({ detail: { reason, address } }) =>
    endCall(endWords(reason, session.peer, address)));
}

function endCall(words) {
  current = withdraw = null;
  memory.set({ inCallWith: undefined });
  ownMedia.close();
  callView.clear();
  if (plug.connectionState !== 'closed') show('people');
  notify(words);
}

function showConnection({ state, reason }) {
  document.body.dataset.connection = state;
  const words = new Map([
    ['connecting', 'Connecting…'],
    ['open', `Signed in as ${plug.user}`],
    ['waiting', 'Server not reachable, reconnecting…'],
  ]);
  byId('connection').textContent = words.get(state) ?? '';
  if (state === 'open') memory.set({ resume: plug.resume });
  if (state !== 'closed') return;
  ringView.stop();
  show('sign-in');
  if (!reason) return;
  askForToken(reason === 'not-authorized');
  byId('sign-in-error').textContent = errorWords({ code: reason });
}

function show(view) {
  document.body.dataset.view = view;
  byId('sign-in').hidden = view !== 'sign-in';
  for (const id of ['people', 'stage', 'me']) byId(id).hidden = view === 'sign-in';
  if (view === 'sign-in') byId('user').focus();
  people.setBusy(view === 'call');
  if (view === 'people') byId('people-title').focus({ preventScroll: true });
}
