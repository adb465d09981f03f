import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import * as v from 'valibot';
import { readActor } from '#features/people/server/read-actor.ts';
import { tokenFromHeader } from '#features/people/server/cookie.ts';
import { guest, type Actor } from '#features/people/people.ts';
import type { RoomAnswer } from '#lib/live/room.ts';
import { Refusal } from '#lib/refusal.ts';
import { listen } from '#lib/server/announce.ts';
import { hub } from '#lib/server/hub.ts';
import { limit } from '#lib/server/limits.ts';
import { log } from '#lib/server/log.ts';
import { inOneFrame } from './one-frame.ts';
import { addressOf, isOurOrigin, isSecure } from './origin.ts';
import { presenceChanged, stopPresence } from './presence.ts';
import { isQuiet, keeperOf, mayHear } from './rooms.ts';

const roomName = v.pipe(v.string(), v.maxLength(80), v.regex(/^[a-z]+:[A-Za-z0-9-]+$/));
const joining = v.object({
  room: roomName,
  since: v.nullish(v.pipe(v.number(), v.integer(), v.minValue(0)), null)
});
const naming = v.object({ room: roomName });

/** The door for live pages: who connects, which rooms they may join, who is there and who types. */
export function attachSocket(http: HttpServer): { close(): Promise<void> } {
  const io = new Server(http, {
    path: '/live',
    destroyUpgrade: false,
    serveClient: false,
    maxHttpBufferSize: 64 * 1024,
    pingInterval: 10_000,
    pingTimeout: 8_000,
    allowRequest: (request, decide) => decide(null, isOurOrigin(request.headers))
  });
  inOneFrame(io);
  hub().io = io;
  io.use(async (socket, next) => {
    const { headers } = socket.handshake;
    socket.data.actor = await readActor(tokenFromHeader(headers.cookie, isSecure(headers)));
    next();
  });
  io.on('connection', welcome);
  // A socket carries who it was at its start; when a mandate ends it must start again.
  listen('live-sockets', ({ name, payload }) => {
    if (name === 'affiliation.ended')
      io.in(`person:${(payload as { personId: string }).personId}`).disconnectSockets();
  });
  listen('rooms', async ({ name, payload }) => {
    if (name === 'space.left')
      await leaveWhatIsClosed(`person:${(payload as { personId: string }).personId}`);
    // A space that fewer may read: whose rooms they are is not known here, so everyone in a room is asked again.
    if (name === 'space.changed' && (payload as { narrowed: boolean }).narrowed) await leaveWhatIsClosed();
  });
  return {
    close: async () => {
      stopPresence();
      io.disconnectSockets(true);
      io.engine.close();
    }
  };

  /** Takes the sockets of `whose` room (or all) out of every room that they may no longer read: access ended a moment ago. */
  async function leaveWhatIsClosed(whose?: string): Promise<void> {
    // Asked once a person and room; and what guests may read is open to everyone, however many are there.
    const answers = new Map<string, Promise<boolean>>();
    const reads = (actor: Actor, room: string): Promise<boolean> => {
      const key = `${actor.kind === 'member' ? actor.personId : ''} ${room}`;
      const known = answers.get(key) ?? mayHear(actor, room);
      answers.set(key, known);
      return known;
    };
    for (const socket of await (whose ? io.in(whose) : io).fetchSockets())
      for (const room of socket.rooms) {
        if (!keeperOf(room)) continue;
        const actor = socket.data.actor as Actor;
        if ((!whose && (await reads(guest, room))) || (await reads(actor, room))) continue;
        socket.leave(room);
        socket.emit('room.revoked', { room });
        presenceChanged(io, room);
      }
  }

  function welcome(socket: Socket): void {
    const actor = socket.data.actor as Actor;
    // A person's own rooms: how the hub finds all their sockets, to tell them something or to end them.
    if (actor.kind === 'member') void socket.join([`person:${actor.personId}`, `sign-in:${actor.signInId}`]);
    const who = actor.kind === 'member' ? actor.personId : addressOf(socket.request);
    // Many guests may share an address: a conference room, a ministry's one line out.
    const joins = actor.kind === 'member' ? 120 : 1200;

    socket.on('room.join', (message: unknown, answer: unknown) =>
      answered(answer, async () => {
        const { room, since } = v.parse(joining, message);
        await limit('room-join', who, joins, 60);
        const keeper = keeperOf(room);
        const id = room.slice(room.indexOf(':') + 1);
        if (!keeper) throw new Refusal('not-found');
        // Asked before joining, so that nobody hears a word of a room that is not open to them; and again after it,
        // so that what was committed in between falls in no gap.
        const before = await keeper.since(actor, id, since);
        await socket.join(room);
        const after = await keeper.since(actor, id, before.seq);
        presenceChanged(io, room);
        keeper.came?.(actor, id);
        return { ok: true, seq: after.seq, events: [...before.events, ...after.events] };
      })
    );
    socket.on('room.leave', (message: unknown) => {
      const { success, output } = v.safeParse(naming, message);
      // One's own rooms are not of those kinds: by them the hub finds the sockets of a person.
      if (!success || !keeperOf(output.room) || !socket.rooms.has(output.room)) return;
      void socket.leave(output.room);
      left(output.room);
    });
    socket.on('room.typing', async (message: unknown) => {
      const { success, output } = v.safeParse(naming, message);
      if (!success || actor.kind !== 'member' || !socket.rooms.has(output.room)) return;
      const place = actor.capacities.find((choice) => choice.value === actor.actingAs);
      const allowed = await limit('typing', actor.personId, 30, 60).then(
        () => true,
        () => false
      );
      if (allowed && !(await isQuiet(output.room)))
        socket.to(output.room).volatile.emit('room.typing', {
          room: output.room,
          name: actor.name,
          organisation: place?.organisation ?? null
        });
    });
    socket.on('disconnecting', () => {
      for (const room of socket.rooms) if (room.includes(':') && !/^(person|sign-in):/.test(room)) left(room);
    });

    function left(room: string): void {
      presenceChanged(io, room);
      keeperOf(room)?.went?.(actor, room.slice(room.indexOf(':') + 1));
    }
  }
}

/** Answers a request on the socket: the result, or why not, in the words of a refusal. */
async function answered(answer: unknown, work: () => Promise<RoomAnswer>): Promise<void> {
  if (typeof answer !== 'function') return;
  try {
    answer(await work());
  } catch (error) {
    if (error instanceof Refusal) answer({ ok: false, code: error.code, text: error.reason });
    else if (error instanceof v.ValiError) answer({ ok: false, code: 'invalid', text: 'invalid' });
    else {
      log.error({ fault: String(error) }, 'socket fault');
      answer({ ok: false, code: 'fault', text: 'fault' });
    }
  }
}
