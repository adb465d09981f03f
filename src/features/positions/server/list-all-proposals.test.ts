import { expect, it } from 'vitest';
import { guest } from '#features/people/people.ts';
import { aMember } from '#tests/world.ts';
import { listAllProposals } from './list-all-proposals.ts';
import { aProposal, hour } from './test-world.ts';
import { withdrawProposal } from './withdraw-proposal.ts';

const ids = (list: { items: { id: string }[] }) => list.items.map(({ id }) => id);

it('a guest finds the open proposals of public spaces, the one that closes first on top; what is restricted is neither listed nor counted', async () => {
  const before = await listAllProposals(guest);
  const at = new Date();
  const later = await aProposal({ closesAt: new Date(at.getTime() + 3 * hour) });
  const sooner = await aProposal({ closesAt: new Date(at.getTime() + 2 * hour) });
  const hidden = await aProposal({ seen: 'restricted', closesAt: new Date(at.getTime() + hour) });
  const seen = await listAllProposals(guest, { size: 1000 });
  expect(ids(seen).filter((id) => [later.id, sooner.id, hidden.id].includes(id))).toEqual([
    sooner.id,
    later.id
  ]);
  expect(seen.counts.open).toBe(before.counts.open + 2);
  expect(seen.items.find(({ id }) => id === sooner.id)).toMatchObject({
    eligible: 3,
    phase: 'open',
    space: { slug: sooner.space.slug }
  });
  const outsider = await aMember();
  expect(ids(await listAllProposals(outsider, { size: 1000 }))).not.toContain(hidden.id);
  expect(ids(await listAllProposals(hidden.delegates[0], { size: 1000 }))).toContain(hidden.id);
});

it('what has closed at its time and what was withdrawn is among what has ended, the latest first', async () => {
  const at = new Date(Date.now() - 48 * hour);
  const due = await aProposal({ at, closesAt: new Date(at.getTime() + hour) });
  const taken = await aProposal();
  await withdrawProposal(taken.chair, { proposalId: taken.id, reason: 'Too early', capacity: 'personal' });
  const open = await listAllProposals(guest, { size: 1000 });
  expect(ids(open)).not.toContain(due.id);
  expect(ids(open)).not.toContain(taken.id);
  const ended = await listAllProposals(guest, { ended: true, size: 1000 });
  expect(ids(ended).filter((id) => [due.id, taken.id].includes(id))).toEqual([taken.id, due.id]);
  expect(ended.items.find(({ id }) => id === due.id)!.outcome).not.toBeNull();
});

it('a page holds so many and says whether there are more', async () => {
  for (let n = 0; n < 3; n++) await aProposal();
  const first = await listAllProposals(guest, { size: 2 });
  const second = await listAllProposals(guest, { size: 2, page: 1 });
  expect([first.items.length, first.more]).toEqual([2, true]);
  expect(ids(second).some((id) => ids(first).includes(id))).toBe(false);
});
