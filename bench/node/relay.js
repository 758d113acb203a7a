// A relay as anybody would write it with `ws`: two connections that name the same path are a pair.
const { WebSocketServer } = require('ws');

const server = new WebSocketServer({ port: Number(process.argv[2]), host: '127.0.0.1', maxPayload: 1 << 20 });
const waiting = new Map();

server.on('connection', (socket, request) => {
  const pair = request.url;
  const first = waiting.get(pair);
  if (!first) {
    waiting.set(pair, socket);
  } else {
    waiting.delete(pair);
    join(first, socket);
    join(socket, first);
  }
  socket.on('error', () => socket.terminate());
  socket.on('close', () => {
    if (waiting.get(pair) === socket) {
      waiting.delete(pair);
    }
  });
});

function join(from, to) {
  from.on('message', (data, isBinary) => to.send(data, { binary: isBinary }));
  from.on('close', () => to.close());
  to.send('{"type":"pair"}');
}
