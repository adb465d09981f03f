import { createServer, type Server as HttpServer } from 'node:http';
import { eq } from 'drizzle-orm';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { joinSession } from '#features/attendance/server/join-session.ts';
import { leaveSession } from '#features/attendance/server/leave-session.ts';
import { readHere } from '#features/attendance/server/read-here.ts';
import { sessionAttendances } from '#features/attendance/server/tables.ts';
import { askForFloor } from '#features/floor/server/ask-for-floor.ts';
import { giveFloor } from '#features/floor/server/give-floor.ts';
import { readFloor } from '#features/floor/server/read-floor.ts';
import type { Member } from '#features/people/people.ts';
import { affiliations } from '#features/people/server/tables.ts';
import { aDelegate, aSession } from '#features/sessions/server/test-world.ts';
import { db } from '#lib/server/db.ts';
import { hub } from '#lib/server/hub.ts';
import { lapseLost, missAll, patience } from './lost-lines.ts';
import { attachSocket } from './socket.ts';

let http: HttpServer;
let origin: string;
let live: ReturnType<typeof attachSocket>;
const open: Socket[] = [];

beforeAll(async () => {
  http = createServer();
  live = attachSocket(http);
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${(http.address() as { port: number }).port}`;
});
afterEach(() => open.splice(0).forEach((socket) => socket.disconnect()));
afterAll(async () => {
  await live.close();
  http.close();
});

type Signed = Member & { token: string };

/** A window of theirs in the room of a session. */
async function aWindow(who: Signed, session: string): Promise<Socket> {
  const socket = io(origin, {
    path: '/live',
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { origin, cookie: `palabre_sign_in=${who.token}` }
  });
  open.push(socket);
  const answer = await socket
    .timeout(5000)
    .emitWithAck('room.join', { room: `session:${session}`, since: null });
  expect(answer.ok).toBe(true);
  return socket;
}

const come = (who: Signed, session: string) => joinSession(who, { session, capacity: who.actingAs });
const here = async (session: string) => (await readHere(db, session)).map(({ country }) => country).sort();
const isIn = (who: Signed, session: string) => hub().isIn(who.personId, `session:${session}`);
const close = async (socket: Socket, who: Signed, session: string) => {
  socket.disconnect();
  await vi.waitFor(() => expect(isIn(who, session)).toBe(false));
};
const soon = () => Date.now() + patience / 2;
const late = () => Date.now() + patience + 1000;

async function aRoom() {
  const { id, chair } = await aSession({ live: true });
  const delegate = (await aDelegate('SN')) as Signed;
  return { id, chair, delegate };
}

test('a delegate whose line is gone for two minutes is no longer here; one who is back sooner never went', async () => {
  const { id, delegate } = await aRoom();
  const socket = await aWindow(delegate, id);
  await come(delegate, id);
  await close(socket, delegate, id);
  await lapseLost(soon());
  expect(await here(id)).toEqual(['CI', 'SN']);
  const again = await aWindow(delegate, id);
  await lapseLost(late());
  expect(await here(id)).toEqual(['CI', 'SN']);
  await close(again, delegate, id);
  await lapseLost(late());
  expect(await here(id)).toEqual(['CI']);
});

test('a delegate with two windows closes one and is still here', async () => {
  const { id, delegate } = await aRoom();
  const [one] = [await aWindow(delegate, id), await aWindow(delegate, id)];
  await come(delegate, id);
  one.disconnect();
  await new Promise((later) => setTimeout(later, 50));
  await lapseLost(late());
  expect(await here(id)).toEqual(['CI', 'SN']);
});

test('a delegate who was counted out comes back with their line, in the capacity in which they were here', async () => {
  const { id, delegate } = await aRoom();
  await close(await aWindow(delegate, id), delegate, id);
  await come(delegate, id);
  const socket = await aWindow(delegate, id);
  await close(socket, delegate, id);
  await lapseLost(late());
  expect(await here(id)).toEqual(['CI']);
  await aWindow(delegate, id);
  await vi.waitFor(async () => expect(await here(id)).toEqual(['CI', 'SN']));
});

test('who left by themselves, or whose mandate ended, is not here again because a window is', async () => {
  const { id, delegate } = await aRoom();
  const other = (await aDelegate('ML')) as Signed;
  const sockets = [await aWindow(delegate, id), await aWindow(other, id)];
  await come(delegate, id);
  await come(other, id);
  await leaveSession(delegate, { session: id });
  await close(sockets[1], other, id);
  await lapseLost(late());
  await db.update(affiliations).set({ endsAt: new Date() }).where(eq(affiliations.personId, other.personId));
  await close(sockets[0], delegate, id);
  await aWindow(delegate, id);
  await aWindow(other, id);
  await new Promise((later) => setTimeout(later, 150));
  expect(await here(id)).toEqual(['CI']);
});

test('a speaker whose line is gone keeps the floor, and one who waits keeps their place', async () => {
  const { id, chair, delegate } = await aRoom();
  const waiting = (await aDelegate('ML')) as Signed;
  const sockets = [await aWindow(delegate, id), await aWindow(waiting, id)];
  for (const who of [delegate, waiting])
    await askForFloor(who, { session: id, kind: 'statement', capacity: who.actingAs });
  await giveFloor(chair, { session: id });
  await close(sockets[0], delegate, id);
  await close(sockets[1], waiting, id);
  await lapseLost(late());
  const { floor, queue } = await readFloor(db, id);
  expect([floor?.act.country, queue.map(({ act }) => act.country), await here(id)]).toEqual([
    'SN',
    ['ML'],
    ['CI']
  ]);
});

test('after a restart who had a window is waited for two minutes; who came without scripts stays', async () => {
  const { id, delegate } = await aRoom();
  const plain = (await aDelegate('ML')) as Signed;
  const socket = await aWindow(delegate, id);
  await come(delegate, id);
  await come(plain, id);
  const [{ lineAt }] = await db
    .select()
    .from(sessionAttendances)
    .where(eq(sessionAttendances.personId, delegate.personId));
  expect(lineAt).toBeInstanceOf(Date);
  await close(socket, delegate, id);
  await lapseLost(soon());
  // As if the process had begun anew: it knows nothing of who was connected.
  await missAll(Date.now());
  await lapseLost(late());
  expect(await here(id)).toEqual(['CI', 'ML']);
});
