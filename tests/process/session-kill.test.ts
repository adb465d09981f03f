import { execFileSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { floorKey, type FloorState } from '#features/floor/floor.ts';
import type { PartKey, RoomChanged } from '#features/sessions/parts.ts';
import { statementsKey, type StatementView } from '#features/statements/statements.ts';
import { rows } from './demo.ts';
import { freePort, freshFolder, openHouse } from './house.ts';
import { RawSocket } from './raw-socket.ts';

const rounds = Number(process.env.SESSION_KILL_ROUNDS ?? 20);

interface Person {
  personId: string;
  token: string;
  capacity: string;
}
interface Meeting {
  session: string;
  chair: Person;
  members: Person[];
}
/** What people were told is done, over all rounds. */
interface Told {
  statements: Set<string>;
  /** By person, how often they were put on the list. */
  asked: Map<string, number>;
  chaired: number;
}

/** What a window knows of the room, from the events that it heard: the parts whole, and what was added folded in. */
class Window {
  seq = 0;
  parts: Record<string, unknown> = {};

  take({ seq, wholes, deltas }: RoomChanged): void {
    this.seq = Math.max(this.seq, seq);
    Object.assign(this.parts, wholes);
    for (const key of [floorKey, statementsKey] as PartKey<unknown, unknown>[])
      for (const delta of deltas[key.name] ?? [])
        this.parts[key.name] = key.fold!(this.parts[key.name], delta);
  }

  get floor(): FloorState {
    return this.parts[floorKey.name] as FloorState;
  }

  get statements(): string[] {
    return (this.parts[statementsKey.name] as StatementView[]).map(({ id }) => id);
  }
}

test(
  `after ${rounds} kills in the middle of a session every window is back where it was, and nobody lost a place or a word`,
  { timeout: 300_000 },
  async () => {
    const dataDir = freshFolder();
    const meeting = JSON.parse(
      execFileSync(process.execPath, ['tests/process/a-meeting.ts', '6'], {
        env: { ...process.env, DATA_DIR: dataDir, LOG_LEVEL: 'silent' },
        encoding: 'utf8'
      })
    ) as Meeting;
    const { session, members } = meeting;
    const port = String(await freePort());
    const told: Told = { statements: new Set(), asked: new Map(), chaired: 0 };
    let house = await openHouse({ PORT: port, DATA_DIR: dataDir, LOG_LEVEL: 'error' });

    for (let round = 0; round < rounds; round++) {
      const window = new Window();
      const line = await enter(house.origin, meeting, window);
      const stop = { now: false };
      const acting = [chairing, ...members.slice(1).map((member) => takingPart(member))].map((play) =>
        play(house.origin, meeting, window, told, stop)
      );
      await new Promise((later) => setTimeout(later, 100 + Math.random() * 600));
      await house.end('SIGKILL');
      stop.now = true;
      await Promise.all(acting);
      line.close();

      const killed = performance.now();
      house = await openHouse({ PORT: port, DATA_DIR: dataDir, LOG_LEVEL: 'error' });
      // The window whose line was cut asks for what it missed; one that knows nothing asks for everything.
      (await enter(house.origin, meeting, window)).close();
      expect(performance.now() - killed).toBeLessThan(5000);
      const fresh = new Window();
      (await enter(house.origin, meeting, fresh)).close();
      expect(window.seq).toBe(fresh.seq);
      expect(window.floor.floor).toEqual(fresh.floor.floor);
      const order = ({ floor }: Window) => floor.queue.map(({ turnId }) => turnId);
      expect(order(window)).toEqual(order(fresh));
      expect(window.statements).toEqual(fresh.statements);
      expect(window.parts.agenda).toEqual(fresh.parts.agenda);

      // What somebody was told is done is there.
      expect([...told.statements].filter((id) => !fresh.statements.includes(id))).toEqual([]);
      for (const [personId, times] of told.asked) {
        const [{ kept }] = rows<{ kept: number }>(
          dataDir,
          'select count(*) as kept from speaker_turns where session_id = ? and act_person_id = ?',
          session,
          personId
        );
        expect(kept).toBeGreaterThanOrEqual(times);
      }
    }
    const asked = [...told.asked.values()].reduce((sum, times) => sum + times, 0);
    console.log(
      `${rounds} kills: ${told.statements.size} statements, ${asked} requests for the floor and ${told.chaired} acts of the chair were acknowledged, none is missing`
    );
    // The rounds did something: without acknowledged acts the promise above would be empty.
    expect(told.statements.size).toBeGreaterThan(rounds);
    expect(asked).toBeGreaterThan(rounds / 2);
    expect(told.chaired).toBeGreaterThan(rounds / 2);
    await house.end('SIGTERM');
  }
);

/** Opens a line and joins the room from where the window is; what comes then goes to the window. */
async function enter(origin: string, { session, members }: Meeting, window: Window): Promise<RawSocket> {
  const room = `session:${session}`;
  const socket = new RawSocket(origin, `palabre_sign_in=${members[0].token}`, room);
  socket.listen = (name, payload) => name === 'session.changed' && window.take(payload as RoomChanged);
  await socket.open;
  const answer = (await socket.ask('room.join', { room, since: window.seq || null })) as {
    events: { payload: RoomChanged }[];
  };
  for (const { payload } of answer.events) window.take(payload);
  return socket;
}

type Play = (
  origin: string,
  meeting: Meeting,
  window: Window,
  told: Told,
  stop: { now: boolean }
) => Promise<void>;

/** The chair gives the floor to whoever is first, extends, and ends the turn. */
const chairing: Play = async (origin, { session, chair }, window, told, stop) => {
  for (let n = 0; !stop.now; n++) {
    const { floor, queue } = window.floor;
    const done = !floor
      ? queue.length > 0 &&
        (await act(origin, session, chair, 'turn', { turn: queue[0].turnId, after: 'nobody' }))
      : n % 2
        ? await act(origin, session, chair, 'extension', {
            turn: floor.turnId,
            limit: String(floor.limitSeconds)
          })
        : await act(origin, session, chair, 'turn_end', { turn: floor.turnId });
    if (done) told.chaired += 1;
    await pause();
  }
};

/** A delegate asks for the floor again and again, and writes. */
const takingPart =
  (person: Person): Play =>
  async (origin, { session }, window, told, stop) => {
    while (!stop.now) {
      const waits =
        window.floor.queue.some(({ act: { personId } }) => personId === person.personId) ||
        window.floor.floor?.act.personId === person.personId;
      if (!waits && (await act(origin, session, person, 'floor', { kind: 'statement' })))
        told.asked.set(person.personId, (told.asked.get(person.personId) ?? 0) + 1);
      const id = randomUUID();
      if (await act(origin, session, person, 'statement', { id, body: `Kept ${id}`, lang: 'en' }))
        told.statements.add(id);
      await pause();
    }
  };

const pause = () => new Promise((later) => setTimeout(later, 120));

/** Whether it was answered as done. */
async function act(
  origin: string,
  session: string,
  { token, capacity }: Person,
  name: string,
  of: Record<string, string>
): Promise<boolean> {
  const answer = await fetch(`${origin}/sessions/${session}?/${name}`, {
    method: 'POST',
    headers: {
      cookie: `palabre_sign_in=${token}`,
      origin,
      accept: 'application/json',
      'x-sveltekit-action': 'true'
    },
    body: new URLSearchParams({ session, capacity, ...of })
  }).catch(() => undefined);
  const text = await answer?.text().catch(() => '');
  return text?.includes('"type":"redirect"') ?? false;
}
