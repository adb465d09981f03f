import { createServer, type Server as HttpServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Server } from 'socket.io';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Wire } from './wire.ts';

/** The wire speaks to the server's own Socket.IO here: what it says is what that understands. */
let http: HttpServer;
let io: Server;
let wire: Wire;
const heard: [string, unknown][] = [];
const states: string[] = [];

/** The server's ends of the lines, below Socket.IO. */
const clients = () =>
  Object.values(
    (io.engine as unknown as { clients: Record<string, { close(now: boolean): void; sendPacket(): void }> })
      .clients
  );

beforeEach(async () => {
  heard.length = states.length = 0;
  http = createServer();
  io = new Server(http, { path: '/live', pingInterval: 100, pingTimeout: 100 });
  io.on('connection', (socket) => {
    socket.on('room.join', (message: unknown, answer: (given: unknown) => void) =>
      answer({ ok: true, message })
    );
    socket.on('room.typing', (message: unknown) => io.emit('room.typing', message));
    socket.on('silence', () => undefined);
  });
  await new Promise<void>((open) => http.listen(0, '127.0.0.1', open));
  vi.stubGlobal('location', { origin: `http://127.0.0.1:${(http.address() as AddressInfo).port}` });
  wire = new Wire({
    up: () => states.push('up'),
    down: () => states.push('down'),
    event: (name, payload) => heard.push([name, payload])
  });
  wire.connect();
  await vi.waitFor(() => expect(wire.connected).toBe(true));
});

afterEach(async () => {
  wire.disconnect();
  await io.close();
  vi.unstubAllGlobals();
});

test('a page asks and is answered, says something and hears what others say', async () => {
  expect(await wire.ask('room.join', { room: 'thread:1', since: 3 })).toEqual({
    ok: true,
    message: { room: 'thread:1', since: 3 }
  });
  wire.tell('room.typing', { name: 'Awa [2]' });
  await vi.waitFor(() => expect(heard).toEqual([['room.typing', { name: 'Awa [2]' }]]));
});

test('a quiet page stays connected through the pings of the server', async () => {
  await new Promise((later) => setTimeout(later, 700));
  expect(states).toEqual(['up']);
  expect(io.engine.clientsCount).toBe(1);
});

test('a page that is sent away comes back, and what it asked is not waited for', async () => {
  const question = wire.ask('silence', {});
  io.disconnectSockets();
  expect(await question).toBeUndefined();
  await vi.waitFor(() => expect(states).toEqual(['up', 'down', 'up']));
});

test('a page whose line breaks comes back by itself', async () => {
  for (const client of clients()) client.close(true);
  await vi.waitFor(() => expect(states).toEqual(['up', 'down']));
  expect(await wire.ask('room.join', {})).toBeUndefined();
  await vi.waitFor(() => expect(states).toEqual(['up', 'down', 'up']), 3000);
});

test('a line on which the server fell silent is given up, whatever the browser believes', async () => {
  for (const client of clients()) client.sendPacket = () => undefined;
  await vi.waitFor(() => expect(states).toEqual(['up', 'down', 'up']), 3000);
});
