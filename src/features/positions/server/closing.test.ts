import { createHash } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditEntries } from '#features/audit/server/tables.ts';
import { organisations, persons } from '#features/people/server/tables.ts';
import { listen, type Announcement } from '#lib/server/announce.ts';
import { db } from '#lib/server/db.ts';
import { aMember, joinSpace } from '#tests/world.ts';
import { castPosition } from './cast-position.ts';
import { closeDue } from './close-due.ts';
import { closeProposal } from './close-proposal.ts';
import { extendProposal } from './extend-proposal.ts';
import { keepClosings } from './keep-closings.ts';
import { listProposals } from './list-proposals.ts';
import { openProposal } from './open-proposal.ts';
import { readProposal } from './read-proposal.ts';
import { readRecord, readRecordBytes } from './read-record.ts';
import { rebuildRecord } from './rebuild-record.ts';
import { proposalRecords, proposals } from './tables.ts';
import { aPosition, aProposal, hour } from './test-world.ts';

const close = (id: string, actor: Parameters<typeof closeProposal>[0]) =>
  closeProposal(actor, { proposalId: id, reason: 'All have answered.', capacity: 'personal' });

test('at the close stays a record with dissent quoted, that building again gives byte for byte', async () => {
  const { id, chair, delegates } = await aProposal({ quorum: { kind: 'share', size: 50 } });
  const objection = 'Our districts have no signature of their own.';
  await castPosition(delegates[0], aPosition(id, delegates[0]));
  await castPosition(delegates[1], aPosition(id, delegates[1], { stance: 'object', explanation: objection }));
  await close(id, chair);
  const { bytes, hash } = await readRecordBytes({ kind: 'guest' }, id);
  expect(createHash('sha256').update(bytes).digest('hex')).toBe(hash);
  const { record } = await readRecord({ kind: 'guest' }, id);
  expect(record).toMatchObject({
    format: 'palabre-proposal-record/1',
    proposal: { closedBy: { personName: 'Chair' } },
    changes: [{ kind: 'early_closing', reason: 'All have answered.' }],
    result: { eligible: 3, answered: 2, quorum: { needed: 2, met: true }, outcome: { code: 'objected' } }
  });
  expect(record.positions.map(({ explanation }) => explanation?.text ?? null)).toContain(objection);
  // Names of today do not reach it.
  await db
    .update(organisations)
    .set({ names: { en: 'Renamed' } })
    .where(eq(organisations.id, delegates[0].actingAs));
  await db.update(persons).set({ name: 'Renamed' }).where(eq(persons.id, delegates[1].personId));
  expect(await rebuildRecord(id)).toEqual({ hash, same: true });
});

test('a record that somebody changed is found out', async () => {
  const { id, chair, delegates } = await aProposal();
  await castPosition(delegates[0], aPosition(id, delegates[0]));
  await close(id, chair);
  const [stored] = await db.select().from(proposalRecords).where(eq(proposalRecords.proposalId, id));
  const changed = Buffer.from(stored.bytes).toString('utf8').replace('"support"', '"abstain"');
  await db
    .update(proposalRecords)
    .set({ bytes: Buffer.from(changed, 'utf8') })
    .where(eq(proposalRecords.proposalId, id));
  expect((await rebuildRecord(id)).same).toBe(false);
});

test('the closing moment is the one that was set, however late the process wakes; and it is announced once', async () => {
  const heard: Announcement[] = [];
  listen('closing-test', (announcement) => void heard.push(announcement));
  const at = new Date(Date.now() - 2 * hour);
  const closesAt = new Date(at.getTime() + hour);
  const { id, delegates } = await aProposal({ at, closesAt });
  await castPosition(delegates[0], aPosition(id, delegates[0]), new Date(at.getTime() + 1000));
  await Promise.all([closeDue(), closeDue(), readProposal(delegates[0], id)]);
  const view = await readProposal({ kind: 'guest' }, id);
  expect(view.closed).toMatchObject({ at: closesAt.toISOString(), by: null });
  expect(view.may.run).toBe(false);
  await Promise.resolve();
  expect(
    heard.filter(({ name, payload }) => name === 'proposal.closed' && (payload as { id: string }).id === id)
  ).toHaveLength(1);
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.objectId, id));
  expect(entries.map(({ action }) => action)).toEqual(['proposal.opened', 'proposal.closed']);
  expect(entries[1]).toMatchObject({ actor: null, detail: { record: view.closed!.hash, early: false } });
});

test('a timer closes it while nobody looks', async () => {
  const { id } = await aProposal({ closesAt: new Date(Date.now() + 150) });
  await keepClosings();
  await expect
    .poll(async () => (await db.select().from(proposals).where(eq(proposals.id, id)))[0].closedAt, {
      timeout: 5000
    })
    .not.toBeNull();
});

test('more time is given with a reason, by who may; a closed proposal stays closed', async () => {
  const { id, space, chair, delegates } = await aProposal();
  const [{ closesAt }] = await db.select().from(proposals).where(eq(proposals.id, id));
  const later = { proposalId: id, reason: 'Ramadan', timezone: 'UTC', capacity: 'personal' };
  await expect(
    extendProposal(delegates[0], { ...later, closesAt: new Date(closesAt.getTime() + hour) })
  ).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(
    extendProposal(chair, { ...later, closesAt: new Date(closesAt.getTime() - 1) })
  ).rejects.toMatchObject({ reason: 'extension-earlier' });
  await extendProposal(chair, { ...later, closesAt: new Date(closesAt.getTime() + hour) });
  const moderator = await aMember();
  await joinSpace(moderator, space.id, 'moderator');
  await close(id, moderator);
  await expect(close(id, chair)).rejects.toMatchObject({ reason: 'proposal-closed' });
  await expect(
    extendProposal(chair, { ...later, closesAt: new Date(closesAt.getTime() + 2 * hour) })
  ).rejects.toMatchObject({ reason: 'proposal-closed' });
  expect((await readProposal(chair, id)).changes.map(({ kind, reason }) => [kind, reason])).toEqual([
    ['extension', 'Ramadan'],
    ['early_closing', 'All have answered.']
  ]);
});

test('a thread lists its proposals with what came of them, for those who may read the space', async () => {
  const { id, subjectId, chair, delegates } = await aProposal({ seen: 'restricted' });
  await castPosition(delegates[0], aPosition(id, delegates[0]));
  await close(id, chair);
  const subject = { kind: 'thread', id: subjectId } as const;
  expect(await listProposals(delegates[1], subject)).toMatchObject([
    { id, phase: 'closed', answered: 1, eligible: 3, outcome: { code: 'adopted' } }
  ]);
  await expect(listProposals({ kind: 'guest' }, subject)).rejects.toMatchObject({ code: 'not-found' });
});

test('who has no mandate and does not moderate cannot ask organisations to decide, but may ask people', async () => {
  const { space, subjectId } = await aProposal();
  const someone = await aMember();
  await joinSpace(someone, space.id);
  const ask = (decides: 'organisation' | 'person', unattributed = false) =>
    openProposal(someone, {
      spaceId: space.id,
      unattributed,
      subjectKind: 'thread',
      subjectId,
      question: 'Monday?',
      explanation: null,
      method: 'gradients',
      multiple: false,
      options: [],
      decides,
      visible: 'open',
      awaited: false,
      quorum: null,
      timezone: 'UTC',
      eligible: 'members',
      organisations: [],
      countries: [],
      capacity: 'personal',
      opensAt: null,
      closesAt: new Date(Date.now() + hour)
    });
  await expect(ask('organisation')).rejects.toMatchObject({ reason: 'needs-mandate' });
  await ask('person');
  // Under the Chatham House Rule nobody is named, so nobody is asked for a position.
  await expect(ask('person', true)).rejects.toMatchObject({ reason: 'positions-under-rule' });
});
