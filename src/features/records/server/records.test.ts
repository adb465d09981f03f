import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { joinSession } from '#features/attendance/server/join-session.ts';
import { askForFloor } from '#features/floor/server/ask-for-floor.ts';
import { giveFloor } from '#features/floor/server/give-floor.ts';
import { guest, type Member } from '#features/people/people.ts';
import { persons } from '#features/people/server/tables.ts';
import { aDelegate, aSession } from '#features/sessions/server/test-world.ts';
import { postStatement } from '#features/statements/server/post-statement.ts';
import { setWindow } from '#features/statements/server/set-window.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { search } from '#tests/search-world.ts';
import { aMember } from '#tests/world.ts';
import { approveDue } from './approve-due.ts';
import { approveMinutes } from './approve-minutes.ts';
import { closeSession } from './close-session.ts';
import { decideAmendment } from './decide-amendment.ts';
import { proposeAmendment } from './propose-amendment.ts';
import { readRecord, readRecordBytes } from './read-record.ts';
import { findChangedEditions } from './rebuild-record.ts';
import { takeWritten } from './take-written.ts';
import { withdrawAmendment } from './withdraw-amendment.ts';

const hour = 3_600_000;
const later = (hours: number) => new Date(Date.now() + hours * hour);

/** A session in which Senegal spoke and wrote a statement, closed now: 48 hours for corrections. */
async function aHeldSession(of: Parameters<typeof aSession>[0] = {}) {
  const world = await aSession({ live: true, ...of });
  const senegal = await aDelegate('SN');
  const session = world.id;
  await joinSession(senegal, { session, capacity: senegal.actingAs });
  const { turnId: turn } = await askForFloor(senegal, {
    session,
    kind: 'statement',
    capacity: senegal.actingAs
  });
  await giveFloor(world.chair, { session, turn });
  await postStatement(senegal, {
    session,
    id: newId(),
    body: 'Senegal asks that the *district* signs.',
    lang: 'en',
    capacity: senegal.actingAs
  });
  await closeSession(world.chair, { session });
  return { ...world, session, senegal };
}

const correct = (who: Member, session: string, more: { passage?: string; text?: string } = {}, at?: Date) => {
  const id = newId();
  const input = { session, id, passage: 'statement-1', text: 'The region signs, not the district.' };
  return proposeAmendment(who, { ...input, lang: 'en', capacity: who.actingAs, ...more }, at).then(() => id);
};
const decide = (who: Member, session: string, amendment: string, refusal?: string, at?: Date) =>
  decideAmendment(
    who,
    {
      session,
      amendment,
      decision: refusal ? 'refused' : 'accepted',
      reason: refusal,
      capacity: who.actingAs
    },
    at
  );

it('minutes that nobody corrects are approved at the deadline, not a moment before, and once', async () => {
  const { session } = await aHeldSession();
  await approveDue(later(47.9));
  expect((await readRecord(guest, session)).record.approval).toEqual({ deadline: expect.any(String) });
  await Promise.all([approveDue(later(49)), approveDue(later(49)), approveDue(later(50))]);
  const { record, editions, number } = await readRecord(guest, session);
  const { deadline } = record.approval!;
  expect(record.approval).toEqual({ deadline, approvedAt: deadline, by: null });
  expect([number, editions.map(({ reason }) => reason)]).toEqual([2, ['close', 'approval']]);
  expect(record.edition).toMatchObject({ number: 2, at: deadline, follows: editions[0].hash });
});

it('a correction stands beside the passage in the next edition; the first edition stays, byte for byte', async () => {
  const { session, chair, senegal } = await aHeldSession();
  const first = await readRecordBytes(guest, session);
  const accepted = await correct(senegal, session);
  const refused = await correct(senegal, session, { passage: 'speaker-1', text: 'We spoke longer.' });
  expect((await readRecord(guest, session)).open).toMatchObject([
    { number: 1, passage: 'statement-1' },
    { number: 2, passage: 'speaker-1' }
  ]);
  await decide(chair, session, accepted);
  await decide(chair, session, refused, 'The clock says otherwise.');
  const { record, open, corrected, number } = await readRecord(guest, session);
  expect([number, open]).toEqual([3, []]);
  expect(record.amendments).toMatchObject([
    { number: 1, decided: 'accepted', text: 'The region signs, not the district.', act: { country: 'SN' } },
    { number: 2, decided: 'refused', decision: 'The clock says otherwise.', decidedBy: { country: 'CI' } }
  ]);
  expect(record.statements[0].body).toBe('Senegal asks that the *district* signs.');
  expect(corrected['statement-1']).toMatchObject({ field: 'statements' });
  const again = await readRecordBytes(guest, session, 1);
  expect(Buffer.from(again.bytes).equals(Buffer.from(first.bytes))).toBe(true);
  expect(Buffer.from(again.bytes).toString()).not.toContain('The region signs');
});

it('every edition is built again to the same bytes, although people were renamed meanwhile, and its hash is the one of its file', async () => {
  const { session, chair, senegal } = await aHeldSession();
  await decide(chair, session, await correct(senegal, session));
  await correct(senegal, session, { passage: 'agenda' }).then((id) =>
    withdrawAmendment(senegal, { session, amendment: id })
  );
  await approveDue(later(49));
  for (const { personId } of [chair, senegal])
    await db.update(persons).set({ name: 'Renamed' }).where(eq(persons.id, personId));
  expect(await findChangedEditions(session)).toEqual({ seen: 3, changed: [] });
  const { editions } = await readRecord(guest, session);
  for (const { number, hash } of editions) {
    const { bytes } = await readRecordBytes(guest, session, number);
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
  }
  await expect(readRecordBytes(guest, session, 4)).rejects.toMatchObject({ code: 'not-found' });
});

it('a correction that waits holds the approval up until the chair decides it, and is decided once', async () => {
  const { session, chair, senegal } = await aHeldSession();
  const amendment = await correct(senegal, session);
  await approveDue(later(60));
  expect((await readRecord(guest, session)).record.approval!.approvedAt).toBeUndefined();
  const [one, other] = await Promise.allSettled([
    decide(chair, session, amendment, undefined, later(61)),
    decide(chair, session, amendment, 'No', later(61))
  ]);
  expect([one.status, other.status].sort()).toEqual(['fulfilled', 'rejected']);
  const { record, editions } = await readRecord(guest, session);
  expect(record.approval!.approvedAt).toBeTruthy();
  expect(editions.map(({ reason }) => reason)).toEqual(['close', 'approval']);
  expect(await findChangedEditions(session)).toEqual({ seen: 2, changed: [] });
});

it('once the minutes are approved nobody corrects, decides, withdraws or approves again', async () => {
  const { session, chair, senegal } = await aHeldSession();
  await expect(approveMinutes(chair, { session, capacity: chair.actingAs })).rejects.toMatchObject({
    reason: 'reason-missing'
  });
  const amendment = await correct(senegal, session);
  await expect(
    approveMinutes(chair, { session, reason: 'Agreed in the room', capacity: chair.actingAs })
  ).rejects.toMatchObject({ reason: 'corrections-wait' });
  await decide(chair, session, amendment);
  await approveMinutes(chair, { session, reason: 'Agreed in the room', capacity: chair.actingAs });
  expect((await readRecord(guest, session)).record.approval).toMatchObject({
    by: { country: 'CI' },
    early: 'Agreed in the room'
  });
  const refused = { code: 'conflict', reason: 'record-approved' };
  await expect(correct(senegal, session)).rejects.toMatchObject(refused);
  await expect(decide(chair, session, amendment)).rejects.toMatchObject(refused);
  await expect(withdrawAmendment(senegal, { session, amendment })).rejects.toMatchObject(refused);
  await expect(
    approveMinutes(chair, { session, reason: 'Again', capacity: chair.actingAs })
  ).rejects.toMatchObject(refused);
  await approveDue(later(60));
  expect((await readRecord(guest, session)).number).toBe(3);
});

it('who may not take part does not correct; a delegate does not decide; nothing is corrected before the close, after the deadline, or where nothing stands', async () => {
  const { session, chair, senegal } = await aHeldSession();
  const open = await aSession({ live: true });
  await expect(correct(guest as unknown as Member, session)).rejects.toMatchObject({ code: 'not-signed-in' });
  await expect(correct(senegal, open.id)).rejects.toMatchObject({ reason: 'session-not-closed' });
  await expect(correct(senegal, session, {}, later(49))).rejects.toMatchObject({
    reason: 'corrections-over'
  });
  for (const passage of ['statement-2', 'minutes', 'nothing-1'])
    await expect(correct(senegal, session, { passage })).rejects.toMatchObject({ reason: 'passage-unknown' });
  const amendment = await correct(senegal, session);
  await expect(decide(senegal, session, amendment)).rejects.toMatchObject({ reason: 'not-the-chair' });
  const elsewhere = await aHeldSession();
  await expect(decide(elsewhere.chair, elsewhere.session, amendment)).rejects.toMatchObject({
    code: 'not-found'
  });
  const other = await aDelegate('ML');
  await expect(withdrawAmendment(other, { session, amendment })).rejects.toMatchObject({
    code: 'not-allowed'
  });
  await withdrawAmendment(senegal, { session, amendment });
  await expect(decide(chair, session, amendment)).rejects.toMatchObject({ reason: 'correction-decided' });
});

it('a correction that is sent twice is one; two at once have two numbers', async () => {
  const { session, senegal } = await aHeldSession();
  const input = {
    session,
    id: newId(),
    passage: 'record',
    text: 'We were there.',
    lang: 'en',
    capacity: senegal.actingAs
  };
  const sent = await Promise.all([proposeAmendment(senegal, input), proposeAmendment(senegal, input)]);
  expect(sent).toEqual([{ number: 1 }, { number: 1 }]);
  await Promise.all([correct(senegal, session), correct(senegal, session)]);
  expect((await readRecord(guest, session)).open.map(({ number }) => number)).toEqual([1, 2, 3]);
  const ml = await aDelegate('ML');
  await expect(proposeAmendment(ml, input)).rejects.toMatchObject({ code: 'conflict' });
});

it("the record of a members' session, or of a restricted forum, is hidden from guests and strangers on every way", async () => {
  const members = await aHeldSession({ audience: 'members' });
  const stranger = await aMember();
  for (const read of [readRecord, readRecordBytes])
    await expect(read(guest, members.session, 1)).rejects.toMatchObject({ code: 'not-found' });
  await expect(readRecord(stranger, members.session)).resolves.toMatchObject({ lead: false });
  const found = async (who: Member | typeof guest) =>
    (await search(who, 'kind:record "Pooling purchases"')).hits.map(({ id }) => id);
  expect(await found(guest)).not.toContain(members.session);
  expect(await found(stranger)).toContain(members.session);
});

it('what is written in the window after the close becomes an edition at its end, once, and is corrected and approved after it', async () => {
  const { chair, session, senegal } = await (async () => {
    const world = await aSession({ live: true });
    await setWindow(world.chair, { session: world.id, before: 0, after: 48 });
    await closeSession(world.chair, { session: world.id });
    return { ...world, session: world.id, senegal: await aDelegate('SN') };
  })();
  const first = await readRecordBytes(guest, session);
  const write = (at: Date) =>
    postStatement(
      senegal,
      { session, id: newId(), body: 'It was night here.', lang: 'en', capacity: senegal.actingAs },
      at
    );
  await write(later(40));
  await takeWritten(later(47.9));
  expect((await readRecord(guest, session)).editions).toHaveLength(1);
  await expect(
    approveMinutes(chair, { session, capacity: chair.actingAs, reason: 'Agreed' }, later(41))
  ).rejects.toMatchObject({ reason: 'window-open' });
  await Promise.all([takeWritten(later(49)), takeWritten(later(49))]);
  await takeWritten(later(60));
  const { editions, record } = await readRecord(guest, session);
  expect(editions.map(({ reason }) => reason)).toEqual(['close', 'written']);
  expect(record.statements).toMatchObject([{ body: 'It was night here.', written: true }]);
  expect(Buffer.from((await readRecordBytes(guest, session, 1)).bytes)).toEqual(Buffer.from(first.bytes));
  await approveDue(later(95));
  expect((await readRecord(guest, session)).record.approval?.approvedAt).toBeUndefined();
  await approveDue(later(97));
  expect((await readRecord(guest, session)).record.approval?.approvedAt).toBeDefined();
  expect(await findChangedEditions(session)).toEqual({ seen: 3, changed: [] });
});

it('a window in which nobody wrote makes no edition', async () => {
  const { id, chair } = await aSession({ live: true });
  await setWindow(chair, { session: id, before: 0, after: 24 });
  await closeSession(chair, { session: id });
  await takeWritten(later(25));
  expect((await readRecord(guest, id)).editions).toHaveLength(1);
});
