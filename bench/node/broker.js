// A broker in the manner of the project's first design, with `ws`, all in memory.
const { randomUUID } = require('crypto');
const { WebSocketServer } = require('ws');

const server = new WebSocketServer({ port: Number(process.argv[2]), host: '127.0.0.1', maxPayload: 1 << 16 });
const peers = new Map(); // user → set of users
const online = new Map(); // user → { socket, status }
const calls = new Set(); // 'caller callee'
const pairs = new Set(); // both ways

server.on('connection', (socket) => {
  let user;
  socket.on('message', (text) => {
    let message;
    try {
      message = JSON.parse(text);
    } catch {
      return reply(socket, { type: 'unknown' }, 'bad-json');
    }
    if (message.type === 'whoami' && !online.has(message.user)) {
      user = message.user;
      online.set(user, { socket, status: 'offline' });
      return reply(socket, message);
    }
    const handle = handlers[message.type];
    reply(socket, message, !handle ? 'unknown-type' : message.user !== user ? 'identity-mismatch' : handle(message));
    handle?.after?.(message);
  });
  socket.on('error', () => socket.terminate());
  socket.on('close', () => online.delete(user));
});

const handlers = {
  'reg-user': ({ user, peers: all }) => (peers.has(user) ? 'user-exists' : void peers.set(user, new Set(all))),
  status: (message) => {
    online.get(message.user).status = message.status;
    peers.get(message.user)?.forEach((peer) => send(peer, message));
  },
  call: (message) => {
    if (calls.has(key(message))) return 'call-exists';
    if ((online.get(message.peer)?.status ?? 'offline') === 'offline') return 'peer-offline';
    calls.add(key(message));
    send(message.peer, message);
  },
  reject: (message) => (calls.delete(back(message)) ? send(message.peer, message) : 'no-such-call'),
  accept: (message) => {
    if (!calls.delete(back(message))) return 'no-such-call';
    pairs.add(key(message)).add(back(message));
    send(message.peer, message);
  },
  unpair: (message) => {
    pairs.delete(back(message));
    return pairs.delete(key(message)) ? send(message.peer, message) : 'not-paired';
  },
};
handlers.accept.after = ({ user, peer }) =>
  pairs.has(`${user} ${peer}`) && [[user, peer], [peer, user]].forEach(([to, other]) => send(to, forceCall(other)));

const key = ({ user, peer }) => `${user} ${peer}`;
const back = ({ user, peer }) => `${peer} ${user}`;
const forceCall = (peer) => ({ type: 'force-call', peer, pair: randomUUID(), ticket: randomUUID(), media: '/media' });
const send = (user, { tx, ...message }) => void online.get(user)?.socket.send(JSON.stringify(message));
const reply = (socket, { type, tx }, error) =>
  socket.send(JSON.stringify({ type: 'res', for: type, ok: !error, tx, ...(error && { error }) }));
