/** Nobody, moderators included, learns a value or a partial count of a closed proposal before its end, through any door. */
import { eq } from 'drizzle-orm';
import { afterAll, expect, test } from 'vitest';
import { auditEntries } from '#features/audit/server/tables.ts';
import type { Actor } from '#features/people/people.ts';
import { listen, type Announcement } from '#lib/server/announce.ts';
import { db } from '#lib/server/db.ts';
import { hub } from '#lib/server/hub.ts';
import { aMember, joinSpace } from '#tests/world.ts';
import { castPosition } from './cast-position.ts';
import { closeProposal } from './close-proposal.ts';
import { commitmentOf } from './commitment.ts';
import { listProposals } from './list-proposals.ts';
import { readProposal } from './read-proposal.ts';
import { readRecord, readRecordBytes } from './read-record.ts';
import { proposalKeeper } from './room.ts';
import { aDelegate, aPosition, aProposal } from './test-world.ts';

const heard: unknown[] = [];
listen('leak-test', (announcement: Announcement) => void heard.push(announcement));
const emit = hub().emit;
hub().emit = (room, event, payload) => void heard.push({ room, event, payload });
afterAll(() => {
  hub().emit = emit;
});

const secrets = ['object', 'abstain', 'Only the district objects', 'This is why', 'An adviser says so'];

/** A closed proposal in which two organisations and an expert have answered, one of them twice. */
async function underWay(awaited: boolean) {
  const world = await aProposal({ visible: 'at_close', awaited });
  const { id, space, delegates, chair } = world;
  const expert = await aMember();
  await joinSpace(expert, space.id);
  await castPosition(delegates[0], aPosition(id, delegates[0], { stance: 'abstain' }));
  await castPosition(
    delegates[1],
    aPosition(id, delegates[1], { stance: 'object', reservation: secrets[2], explanation: secrets[3] })
  );
  const before = await proposalKeeper.since(chair, id, null);
  heard.length = 0;
  await castPosition(
    delegates[0],
    aPosition(id, delegates[0], { stance: 'object', explanation: secrets[3] })
  );
  await castPosition(
    expert,
    aPosition(id, expert, { stance: 'object', explanation: secrets[4], capacity: 'personal' })
  );
  const administrator = await aMember({ administrator: true });
  const observer = await aMember();
  await joinSpace(observer, space.id, 'observer');
  const readers: Record<string, Actor> = {
    guest: { kind: 'guest' },
    member: await aMember(),
    moderator: chair,
    administrator,
    observer,
    'delegate who has not answered': delegates[2]
  };
  return { ...world, expert, before, readers };
}

const leaks = (what: unknown) => secrets.filter((secret) => JSON.stringify(what).includes(secret));

for (const awaited of [true, false])
  test(`nobody learns what was answered before the close (who is awaited is ${awaited ? '' : 'not '}shown)`, async () => {
    const { id, subjectId, chair, delegates, before, readers } = await underWay(awaited);
    // A change of mind and an adviser's word moved nothing that anybody can see: no event, no number.
    expect(heard.filter((one) => JSON.stringify(one).includes(id))).toEqual([]);
    for (const [name, reader] of Object.entries(readers)) {
      const doors: Record<string, unknown> = {
        page: await readProposal(reader, id),
        list: await listProposals(reader, { kind: 'thread', id: subjectId }),
        room: await proposalKeeper.since(reader, id, null),
        'room after a gap': await proposalKeeper.since(reader, id, 0)
      };
      for (const [door, seen] of Object.entries(doors))
        expect([name, door, leaks(seen)]).toEqual([name, door, []]);
      expect(doors.room).toEqual(before);
      await expect(readRecordBytes(reader, id)).rejects.toMatchObject({ code: 'not-found' });
      const { state, positions } = await readProposal(reader, id);
      expect(positions).toEqual([]);
      expect(state.answered).toBe(2);
      expect(state.holders?.length ?? null).toBe(awaited ? 2 : null);
    }
    const entries = (await db.select().from(auditEntries)).filter((entry) =>
      JSON.stringify(entry).includes(id)
    );
    expect(entries.length).toBeGreaterThan(4);
    expect(leaks(entries.map(({ detail }) => detail))).toEqual([]);
    await closeProposal(chair, { proposalId: id, reason: 'Enough.', capacity: 'personal' });
    expect(leaks(await readProposal({ kind: 'guest' }, id))).toEqual(
      expect.arrayContaining(['object', secrets[2], secrets[4]])
    );
    expect(delegates).toHaveLength(3);
  });

test('those whose position it is see it and how it was changed; a colleague of another organisation does not', async () => {
  const { id, space, delegates } = await underWay(false);
  const colleague = await aDelegate(space, { organisation: delegates[0].actingAs });
  const { standings } = (await readProposal(colleague, id)).own;
  expect(standings[0].positions.map(({ value, superseded }) => [value, superseded])).toEqual([
    [{ stance: 'object' }, false],
    [{ stance: 'abstain' }, true]
  ]);
  const other = (await readProposal(delegates[2], id)).own.standings;
  expect(other.flatMap(({ positions }) => positions)).toEqual([]);
});

test('once it is closed anyone can hold each answer against the entry that was made when it was cast', async () => {
  const { id, chair } = await underWay(false);
  await closeProposal(chair, { proposalId: id, reason: 'Enough.', capacity: 'personal' });
  const { record } = await readRecord({ kind: 'guest' }, id);
  expect([...record.positions, ...record.advice]).toHaveLength(3);
  for (const { id: position, holder, value, reservation, explanation, salt } of record.positions) {
    const [entry] = await db.select().from(auditEntries).where(eq(auditEntries.objectId, position));
    expect(entry.detail.commitment).toBe(
      commitmentOf({ proposal: id, holder: holder.key, value, reservation, explanation, salt })
    );
  }
});

test('in an open proposal everyone in the room hears the same: a position with its number, and misses none', async () => {
  const { id, delegates } = await aProposal();
  heard.length = 0;
  await castPosition(delegates[0], aPosition(id, delegates[0], { stance: 'abstain' }));
  await castPosition(delegates[1], aPosition(id, delegates[1]));
  const told = heard.filter((one): one is { room: string; payload: { seq: number } } =>
    Boolean((one as { room?: string }).room === `proposal:${id}`)
  );
  expect(told.map(({ payload }) => payload.seq)).toEqual([1, 2]);
  const late = await proposalKeeper.since({ kind: 'guest' }, id, 1);
  expect(late.events.map(({ name }) => name)).toEqual(['position.cast', 'proposal.changed']);
  expect(late.events[0].payload).toEqual((told[1] as { payload: unknown }).payload);
});
