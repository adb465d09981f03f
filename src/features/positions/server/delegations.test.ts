import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditEntries } from '#features/audit/server/tables.ts';
import type { Member } from '#features/people/people.ts';
import { db } from '#lib/server/db.ts';
import { aMember, anOrganisation } from '#tests/world.ts';
import { castPosition } from './cast-position.ts';
import { delegatePosition } from './delegate-position.ts';
import { readProposal } from './read-proposal.ts';
import { revokeDelegation } from './revoke-delegation.ts';
import { aDelegate, aPosition, aProposal, hour } from './test-world.ts';

const give = (
  proposalId: string,
  from: Member,
  to: string,
  of: { endsAt?: Date; toPersonId?: string } = {}
) =>
  delegatePosition(from, {
    proposalId,
    capacity: from.actingAs,
    toOrganisationId: to,
    toPersonId: of.toPersonId,
    endsAt: of.endsAt ?? null
  });
const castFor = (proposalId: string, by: Member, holder: string, of: object = {}) =>
  aPosition(proposalId, by, { holder: `organisation:${holder}`, ...of });

test('one organisation casts for another that asked it to, and it shows as cast by one for the other', async () => {
  const { id, delegates } = await aProposal();
  const [absent, present] = delegates;
  await expect(castPosition(present, castFor(id, present, absent.actingAs))).rejects.toMatchObject({
    reason: 'no-delegation'
  });
  await give(id, absent, present.actingAs);
  expect(
    (await readProposal(present, id)).own.standings.map(({ key, delegated }) => [key, delegated])
  ).toEqual([
    [`organisation:${present.actingAs}`, false],
    [`organisation:${absent.actingAs}`, true],
    [`person:${present.personId}`, false]
  ]);
  await castPosition(present, castFor(id, present, absent.actingAs, { stance: 'abstain' }));
  expect((await readProposal({ kind: 'guest' }, id)).positions).toMatchObject([
    {
      delegated: true,
      holder: { key: `organisation:${absent.actingAs}` },
      act: { organisationId: present.actingAs, personName: present.name },
      value: { stance: 'abstain' }
    }
  ]);
});

test('a delegation that expired a second ago is none', async () => {
  const { id, delegates } = await aProposal();
  const [absent, present] = delegates;
  const now = Date.now();
  await give(id, absent, present.actingAs, { endsAt: new Date(now + hour) });
  const input = castFor(id, present, absent.actingAs);
  await expect(castPosition(present, input, new Date(now + hour + 1000))).rejects.toMatchObject({
    reason: 'no-delegation'
  });
  await castPosition(present, input, new Date(now + hour - 1000));
});

test('a delegation taken back before the cast does not count; taken back after it, the position stands until replaced', async () => {
  const { id, delegates } = await aProposal();
  const [absent, present, third] = delegates;
  const first = await give(id, absent, present.actingAs);
  await expect(revokeDelegation(third, { delegationId: first.id })).rejects.toMatchObject({
    code: 'not-found'
  });
  await revokeDelegation(absent, { delegationId: first.id });
  await expect(castPosition(present, castFor(id, present, absent.actingAs))).rejects.toMatchObject({
    reason: 'no-delegation'
  });
  const second = await give(id, absent, present.actingAs);
  await castPosition(present, castFor(id, present, absent.actingAs));
  await revokeDelegation(absent, { delegationId: second.id });
  await expect(revokeDelegation(absent, { delegationId: second.id })).rejects.toMatchObject({
    reason: 'delegation-over'
  });
  expect((await readProposal(absent, id)).positions).toMatchObject([{ delegated: true }]);
  await castPosition(absent, aPosition(id, absent, { stance: 'dissociate' }));
  expect((await readProposal(absent, id)).positions).toMatchObject([
    { delegated: false, revision: 2, value: { stance: 'dissociate' } }
  ]);
});

test('who casts for themselves ends the delegation: nobody overrides them', async () => {
  const { id, delegates } = await aProposal();
  const [absent, present] = delegates;
  await give(id, absent, present.actingAs);
  await castPosition(absent, aPosition(id, absent));
  await expect(castPosition(present, castFor(id, present, absent.actingAs))).rejects.toMatchObject({
    reason: 'no-delegation'
  });
  expect((await readProposal(absent, id)).own.delegations).toMatchObject([
    { own: true, revoked: { by: { personName: absent.name } } }
  ]);
});

test('a delegation is not passed on, given twice, given to oneself, or turned into a circle', async () => {
  const { id, delegates } = await aProposal();
  const [a, b, c] = delegates;
  await expect(give(id, a, a.actingAs)).rejects.toMatchObject({ reason: 'delegation-to-oneself' });
  await give(id, a, b.actingAs);
  await expect(give(id, a, c.actingAs)).rejects.toMatchObject({ reason: 'delegated-already' });
  await expect(give(id, b, c.actingAs)).rejects.toMatchObject({ reason: 'delegation-chain' });
  await expect(give(id, b, a.actingAs)).rejects.toMatchObject({ reason: 'delegation-chain' });
  await expect(give(id, c, a.actingAs)).rejects.toMatchObject({ reason: 'delegation-chain' });
  await give(id, c, b.actingAs);
});

test('a delegation to one person is that person’s alone, and needs a mandate of theirs', async () => {
  const { id, space, delegates } = await aProposal();
  const [absent, present] = delegates;
  const colleague = await aDelegate(space, { organisation: present.actingAs });
  const stranger = await aMember({ organisation: present.actingAs, mandate: 'speak' });
  await expect(give(id, absent, present.actingAs, { toPersonId: stranger.personId })).rejects.toMatchObject({
    reason: 'delegate-unknown'
  });
  await give(id, absent, present.actingAs, { toPersonId: present.personId });
  await expect(castPosition(colleague, castFor(id, colleague, absent.actingAs))).rejects.toMatchObject({
    reason: 'no-delegation'
  });
  await castPosition(present, castFor(id, present, absent.actingAs));
});

test('a country lets a regional body cast for it; who was given the word of a ministry has that word', async () => {
  const { id, space } = await aProposal({
    decides: 'delegation',
    eligible: 'chosen',
    countries: ['SN', 'ML']
  });
  const ministry = await aDelegate(space, { country: 'SN', kind: 'ministry' });
  const body = await aDelegate(space, {
    organisation: await anOrganisation({ country: null, kind: 'regional_body' })
  });
  await castPosition(ministry, aPosition(id, ministry));
  await give(id, ministry, body.actingAs);
  await castPosition(body, aPosition(id, body, { holder: 'country:SN', stance: 'abstain' }));
  expect((await readProposal(ministry, id)).positions).toMatchObject([
    { holder: { country: 'SN' }, delegated: true, revision: 2 }
  ]);
});

test('giving and taking back leave entries, with ids and no names', async () => {
  const { id, delegates } = await aProposal();
  const { id: delegationId } = await give(id, delegates[0], delegates[1].actingAs);
  await revokeDelegation(delegates[0], { delegationId });
  const entries = await db.select().from(auditEntries).where(eq(auditEntries.objectId, delegationId));
  expect(entries.map(({ action }) => action)).toEqual(['position.delegated', 'position.delegation-revoked']);
  expect(JSON.stringify(entries)).not.toContain(delegates[0].name);
});
