import { and, eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { affiliations } from '#features/people/server/tables.ts';
import { readEntries } from '#features/audit/server/read-entries.ts';
import { auditEntries } from '#features/audit/server/tables.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { aMember, joinSpace } from '#tests/world.ts';
import { castPosition } from './cast-position.ts';
import { readProposal } from './read-proposal.ts';
import { aDelegate, aPosition, aProposal, hour } from './test-world.ts';
import { positions } from './tables.ts';

const rowsOf = (id: string) => db.select().from(positions).where(eq(positions.proposalId, id));
const standing = async (id: string) => (await rowsOf(id)).filter((row) => !row.supersededAt);

test('a delegate casts the position of their organisation, and everyone reads it with who cast it', async () => {
  const { id, delegates } = await aProposal();
  await castPosition(
    delegates[0],
    aPosition(id, delegates[0], {
      stance: 'support_with_reservation',
      reservation: 'Nous réservons notre position sur le délai et sur le budget.'
    })
  );
  const view = await readProposal({ kind: 'guest' }, id);
  expect(view.state).toMatchObject({ answered: 1, holders: [`organisation:${delegates[0].actingAs}`] });
  expect(view.positions).toMatchObject([
    {
      standing: 'decides',
      delegated: false,
      revision: 1,
      act: { personName: delegates[0].name, organisationId: delegates[0].actingAs },
      value: { stance: 'support_with_reservation' },
      reservation: { lang: 'fr', dir: 'ltr' }
    }
  ]);
});

test('fifty delegates of one organisation cast at once: one position stands, forty-nine are kept', async () => {
  const { id, space, delegates } = await aProposal({ from: ['SN'] });
  const organisation = delegates[0].actingAs;
  const many = await Promise.all(Array.from({ length: 50 }, () => aDelegate(space, { organisation })));
  await Promise.all(
    many.map((one, index) =>
      castPosition(one, aPosition(id, one, { stance: index % 2 ? 'support' : 'abstain' }))
    )
  );
  const rows = await rowsOf(id);
  expect(rows).toHaveLength(50);
  expect(rows.filter((row) => !row.supersededAt)).toHaveLength(1);
  expect(rows.map(({ revision }) => revision).sort((a, b) => a - b)).toEqual(
    Array.from({ length: 50 }, (_, index) => index + 1)
  );
  expect((await readProposal(delegates[0], id)).state.answered).toBe(1);
});

test('two delegates at the same moment: the later replaces the earlier, which says by what', async () => {
  const { id, space, delegates } = await aProposal();
  const other = await aDelegate(space, { organisation: delegates[0].actingAs });
  const [first, second] = await Promise.all([
    castPosition(delegates[0], aPosition(id, delegates[0])),
    castPosition(other, aPosition(id, other, { stance: 'abstain' }))
  ]);
  const rows = await rowsOf(id);
  const [current] = rows.filter((row) => !row.supersededAt);
  const [before] = rows.filter((row) => row.supersededAt);
  expect([first.id, second.id].sort()).toEqual([current.id, before.id].sort());
  expect(before.supersededBy).toBe(current.id);
});

test('a form sent twice casts once', async () => {
  const { id, delegates } = await aProposal();
  const input = aPosition(id, delegates[0]);
  await Promise.all([castPosition(delegates[0], input), castPosition(delegates[0], input)]);
  expect(await rowsOf(id)).toHaveLength(1);
  await expect(
    castPosition(delegates[1], { ...input, capacity: delegates[1].actingAs })
  ).rejects.toMatchObject({
    reason: 'id-taken'
  });
});

test('a delegate whose mandate ended in between cannot change what they cast; it stands as it was, and a new one replaces it', async () => {
  const { id, space, delegates } = await aProposal();
  const [leaving] = delegates;
  await castPosition(leaving, aPosition(id, leaving));
  await db
    .update(affiliations)
    .set({ endsAt: new Date() })
    .where(and(eq(affiliations.personId, leaving.personId)));
  await expect(castPosition(leaving, aPosition(id, leaving, { stance: 'abstain' }))).rejects.toMatchObject({
    code: 'not-allowed',
    reason: 'no-mandate'
  });
  expect((await readProposal({ kind: 'guest' }, id)).positions).toMatchObject([
    { act: { personName: leaving.name }, value: { stance: 'support' } }
  ]);
  const coming = await aDelegate(space, { organisation: leaving.actingAs, name: 'Successor' });
  const own = (await readProposal(coming, id)).own.standings[0];
  expect(own.positions).toMatchObject([{ act: { personName: leaving.name }, superseded: false }]);
  await castPosition(coming, aPosition(id, coming, { stance: 'abstain' }));
  expect(await standing(id)).toMatchObject([{ personName: 'Successor', revision: 2 }]);
});

test('a mandate to speak is not one to decide', async () => {
  const { id, space, delegates } = await aProposal();
  const speaker = await aMember({ organisation: delegates[0].actingAs, mandate: 'speak' });
  await joinSpace(speaker, space.id);
  await expect(castPosition(speaker, aPosition(id, speaker))).rejects.toMatchObject({
    reason: 'mandate-too-weak'
  });
});

test('an organisation that is not on the list does not decide, and none joins it afterwards', async () => {
  const { id, space } = await aProposal();
  const late = await aDelegate(space, { country: 'GH' });
  await expect(castPosition(late, aPosition(id, late))).rejects.toMatchObject({ reason: 'not-eligible' });
});

test('observers read and do not decide; strangers to a restricted space find no proposal', async () => {
  const { id, space, delegates } = await aProposal({ seen: 'restricted' });
  const observer = await aMember({ organisation: delegates[0].actingAs, mandate: 'sign' });
  await joinSpace(observer, space.id, 'observer');
  expect((await readProposal(observer, id)).own.standings).toEqual([]);
  await expect(castPosition(observer, aPosition(id, observer))).rejects.toMatchObject({
    reason: 'observers-do-not-decide'
  });
  const stranger = await aMember({ organisation: delegates[0].actingAs, mandate: 'sign' });
  await expect(castPosition(stranger, aPosition(id, stranger))).rejects.toMatchObject({ code: 'not-found' });
  await expect(readProposal(stranger, id)).rejects.toMatchObject({ code: 'not-found' });
});

test('an expert in a personal capacity advises: shown apart, never counted', async () => {
  const { id, space, delegates } = await aProposal();
  const expert = await aMember({ name: 'Expert' });
  await joinSpace(expert, space.id);
  await castPosition(delegates[0], aPosition(id, delegates[0]));
  await castPosition(
    expert,
    aPosition(id, expert, { capacity: 'personal', stance: 'object', explanation: 'The evidence is thin.' })
  );
  const view = await readProposal(expert, id);
  expect(view.state.answered).toBe(1);
  expect(view.state.holders).toHaveLength(1);
  expect(view.positions.filter(({ standing }) => standing === 'advises')).toMatchObject([
    { holder: { kind: 'person', name: 'Expert' }, value: { stance: 'object' } }
  ]);
});

test('at the moment of closing it is too late, a millisecond before it is not', async () => {
  const at = new Date();
  const { id, delegates } = await aProposal({ at, closesAt: new Date(at.getTime() + hour) });
  const closes = at.getTime() + hour;
  await castPosition(delegates[0], aPosition(id, delegates[0]), new Date(closes - 1));
  for (const late of [closes, closes + 1])
    await expect(
      castPosition(delegates[1], aPosition(id, delegates[1]), new Date(late))
    ).rejects.toMatchObject({ code: 'conflict', reason: 'proposal-closed' });
});

test('before it opens nobody answers', async () => {
  const { id, delegates } = await aProposal({ opensAt: new Date(Date.now() + hour) });
  await expect(castPosition(delegates[0], aPosition(id, delegates[0]))).rejects.toMatchObject({
    reason: 'proposal-not-open'
  });
});

test('a reservation needs its words, an objection its reason, a ranking one option a place', async () => {
  const { id, delegates } = await aProposal();
  const refused = (of: object) => expect(castPosition(delegates[0], aPosition(id, delegates[0], of))).rejects;
  await refused({ stance: 'support_with_reservation' }).toMatchObject({ reason: 'reservation-missing' });
  await refused({ stance: 'object' }).toMatchObject({ reason: 'objection-unexplained' });
  await refused({ stance: undefined, step: 3 }).toMatchObject({ reason: 'choice-missing' });
  const ranked = await aProposal({ method: 'ranked', options: ['a', 'b', 'c'] });
  const [one] = ranked.delegates;
  await expect(castPosition(one, aPosition(ranked.id, one, { rank_1: 1, rank_2: 1 }))).rejects.toMatchObject({
    reason: 'ranking'
  });
  await castPosition(one, aPosition(ranked.id, one, { rank_1: 3, rank_3: 1 }));
  expect((await readProposal(one, ranked.id)).positions[0].value).toEqual({ order: [3, 1] });
});

test('anyone of a country’s delegation casts and replaces its position; what a ministry cast only a ministry changes', async () => {
  const { id, space } = await aProposal({
    decides: 'delegation',
    eligible: 'chosen',
    countries: ['SN', 'ML']
  });
  const ministry = await aDelegate(space, { country: 'SN', kind: 'ministry' });
  const association = await aDelegate(space, { country: 'SN', kind: 'professional_association' });
  await castPosition(association, aPosition(id, association, { stance: 'abstain' }));
  await castPosition(ministry, aPosition(id, ministry));
  await expect(
    castPosition(association, aPosition(id, association, { stance: 'dissociate' }))
  ).rejects.toMatchObject({ reason: 'ministry-leads' });
  expect(await standing(id)).toMatchObject([
    { holder: 'country:SN', personName: ministry.name, revision: 2 }
  ]);
  const own = (await readProposal(association, id)).own.standings[0];
  expect(own.positions.map(({ act, superseded }) => [act.personName, superseded])).toEqual([
    [ministry.name, false],
    [association.name, true]
  ]);
});

test('in a poll by person everyone answers for themselves, once', async () => {
  const { id, delegates } = await aProposal({
    decides: 'person',
    method: 'poll',
    multiple: true,
    options: ['Monday', 'Tuesday', 'Friday']
  });
  await castPosition(delegates[0], aPosition(id, delegates[0], { options: [3, 1, 3] }));
  await castPosition(delegates[0], aPosition(id, delegates[0], { options: [2] }));
  const { positions: seen, state } = await readProposal({ kind: 'guest' }, id);
  expect(state.answered).toBe(1);
  expect(seen).toMatchObject([{ act: { capacity: 'personal' }, value: { options: [2] }, revision: 2 }]);
});

test('each cast leaves an entry with its commitment; the value too only when everyone sees it', async () => {
  for (const visible of ['open', 'at_close'] as const) {
    const { id, delegates } = await aProposal({ visible });
    const input = aPosition(id, delegates[0], { stance: 'object', explanation: `Not in ${newId()}` });
    await castPosition(delegates[0], input);
    const [{ seq }] = await db.select().from(auditEntries).where(eq(auditEntries.objectId, input.id));
    const [entry] = await readEntries(seq - 1, 1);
    expect(entry.detail.commitment).toMatch(/^[0-9a-f]{64}$/);
    expect('value' in entry.detail).toBe(visible === 'open');
    expect(entry.digest).toBe(null);
  }
});
