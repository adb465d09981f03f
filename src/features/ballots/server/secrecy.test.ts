import { asc, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditEntries } from '#features/audit/server/tables.ts';
import { guest } from '#features/people/people.ts';
import { closeSession } from '#features/records/server/close-session.ts';
import { readRecordBytes } from '#features/records/server/read-record.ts';
import { readRoom } from '#features/sessions/server/read-room.ts';
import { sessionKeeper } from '#features/sessions/server/room.ts';
import { listen } from '#lib/server/announce.ts';
import { db } from '#lib/server/db.ts';
import { aBallot, aNegotiator, cast, endMandate, type BallotWorld } from '#tests/ballots-world.ts';
import { ballotsKey, type OwnBallots } from '../ballots.ts';
import { commitmentOf } from './commitment.ts';
import { endBallot } from './end-ballot.ts';
import { explainPosition } from './explain-position.ts';
import { sessionBallotCasts, sessionBallotSums } from './tables.ts';
import { withdrawBallot } from './withdraw-ballot.ts';
import { newId } from '#lib/id.ts';

const countries = ['CI', 'ML', 'SN'] as const;

/** A session in which three delegations answer so, and all that anybody could get hold of: events, page, own part, rows, log, record. */
async function held(choices: readonly string[], secret = true) {
  const heard: unknown[] = [];
  const world = await aBallot({ secret });
  listen(`secrecy-${world.id}`, ({ rooms, payload }) => {
    if (rooms.includes(`session:${world.id}`)) heard.push(payload);
  });
  const delegates = await Promise.all(countries.map((country) => aNegotiator(world, country)));
  for (const [place, each] of delegates.entries()) await cast(world, each, choices[place]);
  const seen = async () => {
    const readers = [guest, world.chair, ...delegates];
    const rooms = await Promise.all(readers.map((reader) => readRoom(reader, world.id)));
    const socket = await Promise.all(readers.map((reader) => sessionKeeper.since(reader, world.id, null)));
    return { pages: rooms.map(({ own, room }) => ({ own, wholes: room.wholes })), socket };
  };
  const before = await seen();
  const told = [...heard];
  await endBallot(world.chair, { session: world.id, ballot: world.ballot });
  const after = await seen();
  const casts = await db
    .select()
    .from(sessionBallotCasts)
    .where(eq(sessionBallotCasts.ballotId, world.ballot))
    .orderBy(asc(sessionBallotCasts.holder));
  const log = await db
    .select()
    .from(auditEntries)
    .where(eq(auditEntries.objectId, world.ballot))
    .orderBy(asc(auditEntries.seq));
  await closeSession(world.chair, { session: world.id });
  const { bytes } = await readRecordBytes(guest, world.id);
  const record = JSON.parse(Buffer.from(bytes).toString('utf8')) as Record<string, unknown>;
  return { world, before, told, after, casts, log, record, heard };
}

/** What differs between any two sessions: ids, hours, hashes, and the numbers of made-up addresses. */
const alike = (what: unknown): string =>
  JSON.stringify(what)
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'HOUR')
    .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, 'ID')
    .replace(/[0-9a-f]{32,}/g, 'HASH')
    .replace(/(Organisation|Person) [0-9a-f]{6}/g, '$1')
    .replace(/"(seq|now)":\d+/g, '"$1":0');

test('of a secret ballot nobody can tell who answered what: events, pages, rows, log and record are the same whoever did', async () => {
  const one = await held(['for', 'against', 'for']);
  const other = await held(['for', 'for', 'against']);
  for (const what of ['before', 'told', 'after', 'casts', 'log', 'record', 'heard'] as const)
    expect([what, alike(one[what])]).toEqual([what, alike(other[what])]);
  expect(one.casts.map(({ choice, salt, commitment }) => [choice, salt, commitment])).toEqual(
    countries.map(() => [null, null, null])
  );
  expect(JSON.stringify(one.log)).not.toMatch(/against|commitment/);
  expect(one.record.ballots).toMatchObject([
    { positions: [], explanations: [], result: { answered: 3, countries: null, regions: null } }
  ]);
});

test('the same would be found out if the ballot were recorded: the test can see', async () => {
  const one = await held(['for', 'against', 'for'], false);
  const other = await held(['for', 'for', 'against'], false);
  for (const what of ['after', 'casts', 'record', 'heard'] as const)
    expect(alike(one[what])).not.toBe(alike(other[what]));
  // Before the end a recorded vote is as silent as a secret one, to all but the delegations themselves.
  const [guests, chairs] = [one, other].map(({ before }) => before.pages.slice(0, 2)).map(alike);
  expect(guests).toBe(chairs);
  expect(alike([one.told, one.before.socket])).toBe(alike([other.told, other.before.socket]));
});

test('before the end nobody hears a figure, nor even the sums that a secret ballot has so far', async () => {
  const one = await held(['for', 'for', 'for']);
  const other = await held(['against', 'abstain', 'against']);
  expect(alike([one.before, one.told])).toBe(alike([other.before, other.told]));
  expect(alike(one.after)).not.toBe(alike(other.after));
});

test('what is in the box stays in it: neither the delegate nor who follows them takes it out, and neither sees it', async () => {
  const world = await aBallot({ secret: true });
  const first = await aNegotiator(world, 'SN');
  await cast(world, first, 'for');
  await expect(cast(world, first, 'against')).rejects.toMatchObject({ reason: 'ballot-cast' });
  await endMandate(first);
  const next = await aNegotiator(world, 'SN', { organisation: first.actingAs });
  await expect(cast(world, next, 'against')).rejects.toMatchObject({ reason: 'ballot-cast' });
  const own = (await readRoom(next, world.id)).own[ballotsKey.name] as OwnBallots;
  expect(own.cast).toMatchObject([{ country: 'SN', choice: null }]);
  expect(await sums(world)).toEqual({ abstain: 0, against: 0, for: 1 });
});

test('a delegation that would explain a secret vote is told that it would tell', async () => {
  const world = await aBallot({ secret: true });
  const delegate = await aNegotiator(world, 'SN');
  await cast(world, delegate, 'for');
  await expect(
    explainPosition(delegate, {
      session: world.id,
      ballot: world.ballot,
      explanation: newId(),
      body: 'We voted for it.',
      lang: 'en',
      capacity: delegate.actingAs
    })
  ).rejects.toMatchObject({ reason: 'ballot-secret' });
});

test('a chair who takes a ballot back leaves nothing of what was answered', async () => {
  for (const secret of [true, false]) {
    const world = await aBallot({ secret });
    await cast(world, await aNegotiator(world, 'SN'), 'against');
    await withdrawBallot(world.chair, { session: world.id, ballot: world.ballot });
    const [row] = await db
      .select()
      .from(sessionBallotCasts)
      .where(eq(sessionBallotCasts.ballotId, world.ballot));
    expect([row.choice, row.salt, await sums(world)]).toEqual([null, null, {}]);
  }
});

test('a secret ballot of two delegations is refused, for it would be none', async () => {
  await expect(aBallot({ secret: true, deciders: ['SN', 'ML'] })).rejects.toMatchObject({
    reason: 'ballot-too-few'
  });
});

test('anyone can hold a position of the record against the audit log', async () => {
  const { world, log, record } = await held(['for', 'against', 'for'], false);
  const [{ positions }] = record.ballots as [
    { positions: { country: string; choice: string; salt: string; commitment: string }[] }
  ];
  for (const { country, choice, salt, commitment } of positions) {
    expect(commitmentOf({ ballot: world.ballot, holder: `country:${country}`, choice, salt })).toBe(
      commitment
    );
    expect(log.some(({ detail }) => detail.commitment === commitment)).toBe(true);
  }
  expect(positions).toHaveLength(3);
});

const sums = async ({ ballot }: BallotWorld): Promise<Record<string, number>> =>
  Object.fromEntries(
    (await db.select().from(sessionBallotSums).where(eq(sessionBallotSums.ballotId, ballot))).map((row) => [
      row.choice,
      row.papers
    ])
  );
