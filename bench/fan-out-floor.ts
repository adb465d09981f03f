/** The floor of fan-out.ts: a Socket.IO server that does nothing but pass each message on to one room. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';

const http = createServer();
const io = new Server(http, { path: '/live', serveClient: false, pingInterval: 10_000, pingTimeout: 8_000 });
io.on('connection', (socket) =>
  socket.on('room.join', ({ room }: { room: string }, answer: (said: unknown) => void) => {
    void socket.join(room);
    answer({ ok: true });
  })
);
process.on('message', ({ room, name, payload }: { room: string; name: string; payload: unknown }) =>
  io.to(room).emit(name, payload)
);
http.listen(0, '127.0.0.1', () => process.send!((http.address() as AddressInfo).port));
