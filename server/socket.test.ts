import { createServer, type Server as HttpServer } from 'node:http';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Actor } from '#features/people/people.ts';
import { endAffiliation } from '#features/people/server/end-affiliation.ts';
import { signOut } from '#features/people/server/sign-out.ts';
import { affiliations } from '#features/people/server/tables.ts';
import { postReply } from '#features/forum/server/post-reply.ts';
import { startThread } from '#features/forum/server/start-thread.ts';
import { changeSpace } from '#features/spaces/server/change-space.ts';
import { removeMember } from '#features/spaces/server/remove-member.ts';
import { newId } from '#lib/id.ts';
import { hub } from '#lib/server/hub.ts';
import { db } from '#lib/server/db.ts';
import type { Presence, RoomAnswer } from '#lib/live/room.ts';
import { eq } from 'drizzle-orm';
import { aMember, anOrganisation, aSpace, joinSpace } from '#tests/world.ts';
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

/** A page of ours, of a member when there is a token. */
function aPage({ token, from = origin }: { token?: string; from?: string | null } = {}): Socket {
  const socket = io(origin, {
    path: '/live',
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: {
      ...(from ? { origin: from } : {}),
      ...(token ? { cookie: `palabre_sign_in=${token}` } : {})
    }
  });
  open.push(socket);
  return socket;
}

const join = (socket: Socket, room: unknown, since: unknown = null): Promise<RoomAnswer> =>
  socket.timeout(5000).emitWithAck('room.join', { room, since });
const heard = <T>(socket: Socket, name: string, which: (payload: T) => boolean = () => true): Promise<T> =>
  new Promise((hear, miss) => {
    const late = setTimeout(() => miss(new Error(`${name} was not heard`)), 5000);
    socket.on(name, (payload: T) => which(payload) && (clearTimeout(late), hear(payload)));
  });

async function aThread(visibility: 'public' | 'restricted' = 'public') {
  const space = await aSpace({ visibility });
  const author = await aMember();
  if (visibility === 'restricted') await joinSpace(author, space.id);
  const { id } = await startThread(author, {
    spaceId: space.id,
    postId: newId(),
    title: 'Who pays?',
    body: 'We ask.',
    capacity: 'personal'
  });
  return { id, space, author, room: `thread:${id}` };
}

const reply = (author: Actor, threadId: string) =>
  postReply(author, { id: newId(), threadId, body: 'We do.', capacity: 'personal', quoted: null });

test('a guest hears a reply in a public thread, and after a gap gets everything since', async () => {
  const { id, room, author } = await aThread();
  const page = aPage();
  const first = await join(page, room);
  expect(first).toMatchObject({ ok: true });
  const live = heard<{ seq: number; post: { html: string } }>(page, 'reply.posted');
  await reply(author, id);
  expect((await live).post.html).toContain('We do.');
  page.disconnect();
  await reply(author, id);
  await reply(author, id);
  const again = aPage();
  const missed = await join(again, room, (await live).seq);
  expect(missed.ok && missed.events.filter(({ name }) => name === 'reply.posted')).toHaveLength(2);
});

test('a page of another site opens no socket, nor does one that is no page', async () => {
  for (const from of ['https://evil.example', null]) {
    const refused = await new Promise((end) => aPage({ from }).once('connect_error', end));
    expect(refused).toBeInstanceOf(Error);
  }
});

test('a stranger is told that a restricted thread does not exist, and hears nothing of it', async () => {
  const { id, room, author } = await aThread('restricted');
  const stranger = aPage({ token: (await aMember()).token });
  expect(await join(stranger, room)).toMatchObject({ ok: false, code: 'not-found' });
  let overheard = 0;
  stranger.onAny(() => (overheard += 1));
  const insider = aPage({ token: author.token });
  await join(insider, room);
  const told = heard(insider, 'reply.posted');
  await reply(author, id);
  await told;
  expect(overheard).toBe(0);
});

test.each([
  ['thread:unknown-id'],
  ['constructor:1'],
  ['person:1'],
  [''],
  [42],
  [null],
  ['thread:' + 'x'.repeat(500)]
])('asking for the room %j is answered with no, and the socket lives on', async (room) => {
  const page = aPage();
  expect(await join(page, room)).toMatchObject({ ok: false });
  const { room: real } = await aThread();
  expect(await join(page, real)).toMatchObject({ ok: true });
});

test('who is here is told by organisation and country, a person once however many pages they have', async () => {
  const ministry = await anOrganisation({ name: 'Ministry of Health', country: 'ML' });
  const delegate = await aMember({ organisation: ministry });
  const { room } = await aThread();
  const watcher = aPage();
  await join(watcher, room);
  const complete = heard<Presence>(watcher, 'room.presence', ({ total }) => total === 2);
  for (let n = 0; n < 2; n++) await join(aPage({ token: delegate.token }), room);
  expect(await complete).toMatchObject({
    guests: 1,
    groups: [{ organisation: { en: 'Ministry of Health' }, country: 'ML', people: 1 }]
  });
});

test('whoever signs out has no socket left', async () => {
  const member = await aMember();
  const page = aPage({ token: member.token });
  await new Promise((connected) => page.once('connect', () => connected(true)));
  const ended = new Promise((end) => page.once('disconnect', end));
  await signOut(member, { everywhere: true });
  await ended;
  expect(page.connected).toBe(false);
});

test('a mandate that ends starts the socket again, so that nobody speaks under it', async () => {
  const ministry = await anOrganisation();
  const admin = await aMember({ administrator: true });
  const delegate = await aMember({ organisation: ministry });
  const page = aPage({ token: delegate.token });
  await new Promise((connected) => page.once('connect', () => connected(true)));
  const ended = new Promise((end) => page.once('disconnect', end));
  const [{ id }] = await db
    .select({ id: affiliations.id })
    .from(affiliations)
    .where(eq(affiliations.personId, delegate.personId));
  await endAffiliation(admin, { affiliationId: id });
  expect(await ended).toBe('io server disconnect');
});

test('whoever is taken out of a restricted forum is out of its rooms within a second', async () => {
  const { id, room, author, space } = await aThread('restricted');
  const guest = await aMember();
  await joinSpace(guest, space.id);
  const page = aPage({ token: guest.token });
  expect(await join(page, room)).toMatchObject({ ok: true });
  const out = heard(page, 'room.revoked');
  const admin = await aMember({ administrator: true });
  const before = performance.now();
  await removeMember(admin, { spaceId: space.id, personId: guest.personId });
  await out;
  expect(performance.now() - before).toBeLessThan(1000);
  let overheard = 0;
  page.on('reply.posted', () => (overheard += 1));
  await reply(author, id);
  await join(page, room);
  expect(overheard).toBe(0);
});

test('when a space is narrowed, whoever is outside it is out of its rooms within a second, and its people stay', async () => {
  const { id, room, space } = await aThread();
  const [member, outside] = [await aMember(), await aMember()];
  await joinSpace(member, space.id);
  const pages = [aPage({ token: outside.token }), aPage(), aPage({ token: member.token })];
  for (const page of pages) expect(await join(page, room)).toMatchObject({ ok: true });
  const [stranger, guest, inside] = pages;
  const out = [stranger, guest].map((page) => heard(page, 'room.revoked'));
  const admin = await aMember({ administrator: true });
  const before = performance.now();
  await changeSpace(admin, {
    ...space,
    spaceId: space.id,
    regions: [],
    leadOrganisationId: null,
    visibility: 'restricted'
  });
  await Promise.all(out);
  expect(performance.now() - before).toBeLessThan(1000);
  const still = heard(inside, 'reply.posted');
  let overheard = 0;
  for (const page of [stranger, guest]) page.on('reply.posted', () => (overheard += 1));
  await reply(admin, id);
  await still;
  expect(overheard).toBe(0);
});

test('what a room hears leaves as one buffer a socket', async () => {
  const { id, author, room } = await aThread();
  const page = aPage();
  await join(page, room);
  const said = heard<{ post: { body: string } }>(page, 'reply.posted');
  const lists: Buffer[][] = [];
  const [socket] = await hub().io!.in(room).fetchSockets();
  const { conn } = hub().io!.sockets.sockets.get(socket.id)!;
  const { _sender } = (
    conn.transport as unknown as { socket: { _sender: { sendFrame(list: Buffer[]): void } } }
  ).socket;
  const sendFrame = _sender.sendFrame.bind(_sender);
  _sender.sendFrame = (list, ...rest: []) => {
    lists.push(list);
    return sendFrame(list, ...rest);
  };
  await reply(author, id);
  await said;
  const frames = lists.filter((list) => Buffer.concat(list).includes('reply.posted'));
  expect(frames.map(({ length }) => length)).toEqual([1]);
});
