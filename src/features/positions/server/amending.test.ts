import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditEntries } from '#features/audit/server/tables.ts';
import { db } from '#lib/server/db.ts';
import { amendEligible } from './amend-eligible.ts';
import { castPosition } from './cast-position.ts';
import { closeDue } from './close-due.ts';
import { closeProposal } from './close-proposal.ts';
import { readProposal } from './read-proposal.ts';
import { readRecord } from './read-record.ts';
import { rebuildRecord } from './rebuild-record.ts';
import { aDelegate, aPosition, aProposal, hour } from './test-world.ts';
import { withdrawProposal } from './withdraw-proposal.ts';

const because = { reason: 'It was overlooked.', capacity: 'personal' };

test('who was overlooked is added and decides; who has not answered is taken out; both are said with a reason, for ever', async () => {
  const { id, space, chair, delegates } = await aProposal();
  const late = await aDelegate(space, { country: 'KE' });
  const organisation = late.capacities[0].value;
  const keys = delegates.map(({ capacities }) => `organisation:${capacities[0].value}`);
  await expect(amendEligible(late, { proposalId: id, add: organisation, ...because })).rejects.toMatchObject({
    code: 'not-allowed'
  });
  await amendEligible(chair, { proposalId: id, add: organisation, ...because });
  await expect(amendEligible(chair, { proposalId: id, add: organisation, ...because })).rejects.toMatchObject(
    { reason: 'eligible-unknown' }
  );
  await castPosition(late, aPosition(id, late));
  await castPosition(delegates[0], aPosition(id, delegates[0]));
  await expect(amendEligible(chair, { proposalId: id, remove: keys[0], ...because })).rejects.toMatchObject({
    reason: 'has-answered'
  });
  await amendEligible(chair, { proposalId: id, remove: keys[1], ...because });
  await expect(castPosition(delegates[1], aPosition(id, delegates[1]))).rejects.toMatchObject({
    code: 'not-allowed'
  });
  const view = await readProposal(chair, id);
  expect(view.eligible?.map(({ key }) => key).sort()).toEqual(
    [keys[0], keys[2], `organisation:${organisation}`].sort()
  );
  expect(view.changes).toMatchObject([
    { kind: 'addition', about: { key: `organisation:${organisation}` }, reason: because.reason },
    { kind: 'removal', about: { key: keys[1] } }
  ]);
  await closeProposal(chair, { proposalId: id, ...because });
  expect((await rebuildRecord(id)).same).toBe(true);
  const { record } = await readRecord(chair, id);
  expect(record.eligible).toHaveLength(3);
  expect(record.changes.map(({ kind }) => kind)).toEqual(['addition', 'removal', 'early_closing']);
});

test('of a proposal that hides who has answered nobody is taken out: a refusal would tell', async () => {
  const { id, chair, delegates } = await aProposal({ visible: 'at_close' });
  await castPosition(delegates[0], aPosition(id, delegates[0]));
  for (const { capacities } of delegates)
    await expect(
      amendEligible(chair, { proposalId: id, remove: `organisation:${capacities[0].value}`, ...because })
    ).rejects.toMatchObject({ reason: 'answers-hidden' });
});

test('a withdrawn proposal stays to be read with its reason; nobody answers, and no hour closes it', async () => {
  const { id, chair, delegates } = await aProposal({ visible: 'at_close' });
  await castPosition(delegates[0], aPosition(id, delegates[0]));
  await expect(withdrawProposal(delegates[1], { proposalId: id, ...because })).rejects.toMatchObject({
    code: 'not-allowed'
  });
  await withdrawProposal(chair, { proposalId: id, ...because });
  await expect(castPosition(delegates[1], aPosition(id, delegates[1]))).rejects.toMatchObject({
    reason: 'proposal-withdrawn'
  });
  await expect(withdrawProposal(chair, { proposalId: id, ...because })).rejects.toMatchObject({
    reason: 'proposal-withdrawn'
  });
  await closeDue(new Date(Date.now() + 48 * hour));
  const view = await readProposal(delegates[1], id);
  expect(view).toMatchObject({
    state: { phase: 'withdrawn' },
    closed: null,
    positions: [],
    changes: [{ kind: 'withdrawal', reason: because.reason }],
    may: { run: false }
  });
  await expect(readRecord(chair, id)).rejects.toMatchObject({ code: 'not-found' });
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.objectId, id));
  expect(entries.map(({ action }) => action)).toContain('proposal.withdrawn');
});
