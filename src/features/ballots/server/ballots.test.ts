import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { guest } from '#features/people/people.ts';
import { closeSession } from '#features/records/server/close-session.ts';
import { readRecord } from '#features/records/server/read-record.ts';
import { rebuildRecord } from '#features/records/server/rebuild-record.ts';
import { readRoom } from '#features/sessions/server/read-room.ts';
import { aSession } from '#features/sessions/server/test-world.ts';
import { db } from '#lib/server/db.ts';
import { newId } from '#lib/id.ts';
import { memberStates } from '#lib/vocab/countries.ts';
import { ballotsText } from '../chapter-text.ts';
import { ballotsKey, type BallotsState, type OwnBallots } from '../ballots.ts';
import { endBallot } from './end-ballot.ts';
import { endDue } from './end-due.ts';
import { explainPosition } from './explain-position.ts';
import { readAnswered, readBallots } from './read-ballots.ts';
import { sessionBallotCasts, sessionBallots } from './tables.ts';
import { aBallot, aNegotiator, cast, endMandate, type BallotWorld } from '#tests/ballots-world.ts';
import { withdrawBallot } from './withdraw-ballot.ts';

const resultOf = async ({ id, ballot }: BallotWorld) =>
  (await readBallots(db, id, { id: ballot }))[0].result!;
const end = ({ id, ballot, chair }: BallotWorld, at?: Date) => endBallot(chair, { session: id, ballot }, at);
const ownOf = async (who: Parameters<typeof readRoom>[0], id: string) =>
  (await readRoom(who, id)).own[ballotsKey.name] as OwnBallots | null;
const later = (seconds: number) => new Date(Date.now() + seconds * 1000);

test('forty delegations that answer at once have one vote each, and the room sees nothing of them before the end', async () => {
  const countries = memberStates.slice(0, 40).map(({ alpha2 }) => alpha2);
  const world = await aBallot({ in: await aSession({ live: true, countries }) });
  const delegates = await Promise.all(countries.map((country) => aNegotiator(world, country)));
  await Promise.all(
    delegates.flatMap((each, place) => [1, 2].map(() => cast(world, each, place % 2 ? 'for' : 'against')))
  );
  expect(await readAnswered(db, world.id)).toHaveLength(40);
  const { room } = await readRoom(guest, world.id);
  expect((room.wholes.ballots as BallotsState).ballots[0].result).toBeNull();
  expect(JSON.stringify(room.wholes)).not.toMatch(/against|commitment/);
  await end(world);
  expect(await resultOf(world)).toMatchObject({
    answered: 40,
    eligible: 40,
    rows: [
      { choice: 'for', count: 20 },
      { choice: 'against', count: 20 },
      { choice: 'abstain', count: 0 }
    ],
    outcome: { code: 'tied', choices: [] }
  });
  expect(await readAnswered(db, world.id)).toEqual([]);
});

test('a delegate who is replaced in the middle no longer votes, and the one who follows takes their vote over', async () => {
  const world = await aBallot();
  const first = await aNegotiator(world, 'SN');
  await cast(world, first, 'against');
  await endMandate(first);
  await expect(cast(world, first, 'abstain')).rejects.toMatchObject({ reason: 'no-mandate' });
  const next = await aNegotiator(world, 'SN', { organisation: first.actingAs });
  expect((await ownOf(next, world.id))!.cast).toMatchObject([
    { country: 'SN', by: 'Delegate of SN', choice: 'against' }
  ]);
  await cast(world, next, 'for');
  await end(world);
  expect((await resultOf(world)).countries).toEqual({ for: ['SN'], against: [], abstain: [] });
  const rows = await db
    .select()
    .from(sessionBallotCasts)
    .where(eq(sessionBallotCasts.ballotId, world.ballot));
  expect(rows.map(({ revision, supersededAt }) => [revision, supersededAt !== null]).sort()).toEqual([
    [1, true],
    [2, false]
  ]);
});

test('what a ministry said for its country another organisation of it does not change', async () => {
  const world = await aBallot();
  await cast(world, await aNegotiator(world, 'SN', { kind: 'ministry' }), 'for');
  await expect(
    cast(world, await aNegotiator(world, 'SN', { kind: 'agency' }), 'against')
  ).rejects.toMatchObject({
    reason: 'ministry-leads'
  });
});

test('an observer, a country that is not on the list, a person for themselves and a guest do not vote', async () => {
  const world = await aBallot();
  const observer = await aNegotiator(world, 'ML', { role: 'observer' });
  await expect(cast(world, observer, 'for')).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(cast(world, await aNegotiator(world, 'FR'), 'for')).rejects.toMatchObject({
    reason: 'not-eligible'
  });
  const delegate = await aNegotiator(world, 'SN');
  await expect(cast(world, delegate, 'for', undefined, { capacity: 'personal' })).rejects.toMatchObject({
    reason: 'not-eligible'
  });
  await expect(
    cast(world, await aNegotiator(world, 'SN', { mandate: 'speak' }), 'for')
  ).rejects.toMatchObject({
    reason: 'mandate-too-weak'
  });
  await expect(
    import('./cast-in-room.ts').then(({ castInRoom }) =>
      castInRoom(guest, {
        session: world.id,
        ballot: world.ballot,
        cast: newId(),
        choice: 'for',
        capacity: 'personal'
      })
    )
  ).rejects.toMatchObject({ code: 'not-signed-in' });
  expect(await readAnswered(db, world.id)).toEqual([]);
});

test('a state whose people are observers is not among those who decide, and its absence costs no quorum', async () => {
  const session = await aSession({ live: true });
  await aNegotiator(session, 'ML', { role: 'observer' });
  const senegal = await aNegotiator(session, 'SN');
  const world = await aBallot({ in: session, quorum: 50 });
  expect((await readBallots(db, world.id))[0].deciders).toEqual(['CI', 'SN']);
  await cast(world, senegal, 'for');
  await end(world);
  expect(await resultOf(world)).toMatchObject({ eligible: 2, needed: 1, outcome: { code: 'adopted' } });
});

test('a delegation without members is asked, cannot answer, and is missing from the quorum', async () => {
  const world = await aBallot({ quorum: 100 });
  for (const country of ['SN', 'CI']) await cast(world, await aNegotiator(world, country), 'for');
  await end(world);
  expect(await resultOf(world)).toMatchObject({ answered: 2, eligible: 3, outcome: { code: 'no_quorum' } });
});

test('an objection in the last second stops a consent and names the delegation; one at the end comes too late', async () => {
  const start = new Date();
  const at = (milliseconds: number) => new Date(start.getTime() + milliseconds);
  const stopped = await aBallot({ kind: 'consent', seconds: 30, at: start });
  await cast(stopped, await aNegotiator(stopped, 'SN'), 'object', at(29_990));
  const [ballot] = await readBallots(db, stopped.id);
  expect(ballot).toMatchObject({
    endedBy: 'objection',
    result: { outcome: { code: 'objected' }, countries: { object: ['SN'] } }
  });
  await endDue(at(40_000));
  expect((await readBallots(db, stopped.id))[0]).toEqual(ballot);

  const silent = await aBallot({ kind: 'consent', seconds: 30, at: start });
  const mali = await aNegotiator(silent, 'ML');
  await expect(cast(silent, mali, 'object', at(30_000))).rejects.toMatchObject({ reason: 'ballot-ended' });
  // Within the moment of grace it waits for what came in time; then it ends at the hour that was set.
  await endDue(at(30_100));
  expect((await readBallots(db, silent.id))[0].endedAt).toBeNull();
  await endDue(at(90_000));
  expect((await readBallots(db, silent.id))[0]).toMatchObject({
    endedAt: at(30_000).toISOString(),
    endedBy: 'time',
    result: { outcome: { code: 'consensus' } }
  });
});

test('a chair cannot cut a consent short, but may take it back', async () => {
  const world = await aBallot({ kind: 'consent', seconds: 30 });
  await expect(end(world)).rejects.toMatchObject({ reason: 'consent-runs' });
  await withdrawBallot(world.chair, { session: world.id, ballot: world.ballot });
  expect((await readBallots(db, world.id))[0]).toMatchObject({ endedAt: null, result: null });
});

test('a chair puts one question at a time, and who presses twice asks once', async () => {
  const world = await aBallot();
  await expect(aBallot({ in: world })).rejects.toMatchObject({ reason: 'ballot-running' });
  await aBallot({ in: world, ballot: world.ballot });
  expect(await readBallots(db, world.id)).toHaveLength(1);
  await Promise.all([end(world), end(world)]);
  await aBallot({ in: world });
  expect((await readBallots(db, world.id)).map(({ number }) => number)).toEqual([1, 2]);
});

test('a delegate who presses twice votes once; after the end nobody does', async () => {
  const world = await aBallot();
  const delegate = await aNegotiator(world, 'SN');
  const id = newId();
  await Promise.all([1, 2].map(() => cast(world, delegate, 'for', undefined, { cast: id })));
  await expect(cast(world, delegate, 'object')).rejects.toMatchObject({ reason: 'choice-missing' });
  await end(world);
  await expect(cast(world, delegate, 'against')).rejects.toMatchObject({ reason: 'ballot-ended' });
  expect((await resultOf(world)).answered).toBe(1);
});

test('only who leads puts, ends and takes back', async () => {
  const world = await aBallot();
  const delegate = await aNegotiator(world, 'SN');
  const choice = { session: world.id, ballot: world.ballot };
  await expect(endBallot(delegate, choice)).rejects.toMatchObject({ reason: 'not-the-chair' });
  await expect(withdrawBallot(delegate, choice)).rejects.toMatchObject({ reason: 'not-the-chair' });
});

test('a look around counts each person once, decides nothing, and forgets who showed what', async () => {
  const world = await aBallot({ kind: 'straw', voter: 'person' });
  const people = await Promise.all(['SN', 'SN', 'FR'].map((country) => aNegotiator(world, country)));
  for (const each of people) await cast(world, each, 'for');
  await cast(world, people[0], 'against', undefined, { capacity: 'personal' });
  expect(await readAnswered(db, world.id)).toMatchObject([{ people: 3, country: null }]);
  await end(world);
  expect(await resultOf(world)).toMatchObject({
    answered: 3,
    eligible: null,
    countries: null,
    outcome: { code: 'shown' }
  });
  const rows = await db
    .select()
    .from(sessionBallotCasts)
    .where(eq(sessionBallotCasts.ballotId, world.ballot));
  expect(rows.map(({ choice }) => choice)).toEqual([null, null, null, null]);
});

test('a delegation explains its position once, after the end; who did not answer has nothing to explain', async () => {
  const world = await aBallot();
  const senegal = await aNegotiator(world, 'SN');
  const explain = (who: typeof senegal) =>
    explainPosition(who, {
      session: world.id,
      ballot: world.ballot,
      explanation: newId(),
      body: 'The **law** asks for it.',
      lang: 'en',
      capacity: who.actingAs
    });
  await cast(world, senegal, 'against');
  await expect(explain(senegal)).rejects.toMatchObject({ reason: 'ballot-not-ended' });
  await end(world);
  await explain(senegal);
  await expect(explain(senegal)).rejects.toMatchObject({ reason: 'already-explained' });
  await expect(explain(await aNegotiator(world, 'ML'))).rejects.toMatchObject({
    reason: 'nothing-to-explain'
  });
  const { wholes } = (await readRoom(guest, world.id)).room;
  expect((wholes.ballots as BallotsState).explanations[0].html).toContain('<strong>law</strong>');
});

test('the close counts a vote that still runs, takes back a consent, and the record is the same built again', async () => {
  const session = await aSession({ live: true });
  const vote = await aBallot({ in: session });
  await cast(vote, await aNegotiator(vote, 'SN'), 'for');
  await closeSession(session.chair, { session: session.id });
  const { record } = await readRecord(guest, session.id);
  expect(record.ballots).toMatchObject([
    { number: 1, endedBy: 'close', result: { answered: 1 }, positions: [{ country: 'SN', choice: 'for' }] }
  ]);
  expect(ballotsText(record).blocks).toMatchObject([
    { passage: { anchor: 'ballot-1' }, notes: ['Adopted', 'For: 1 (Senegal)', 'Against: 0', 'Abstain: 0'] }
  ]);
  expect((await rebuildRecord(session.id)).same).toBe(true);

  const other = await aBallot({ kind: 'consent', seconds: 60 });
  await closeSession(other.chair, { session: other.id });
  const [{ withdrawnAt, result }] = await db
    .select()
    .from(sessionBallots)
    .where(eq(sessionBallots.id, other.ballot));
  expect([withdrawnAt !== null, result]).toEqual([true, null]);
});

test('a ballot whose time was over while nobody was up ends at its hour', async () => {
  const world = await aBallot({ seconds: 60 });
  await cast(world, await aNegotiator(world, 'SN'), 'for');
  await Promise.all([endDue(later(3600)), endDue(later(3600))]);
  const [{ endedAt, endsAt, endedBy }] = await readBallots(db, world.id);
  expect([endedAt, endedBy]).toEqual([endsAt, 'time']);
});
