import { expect, test } from 'vitest';
import { guest } from '#features/people/people.ts';
import { atomic } from '#lib/server/db.ts';
import { search, word } from '#tests/search-world.ts';
import { castPosition } from './cast-position.ts';
import { closeProposal } from './close-proposal.ts';
import { listDocuments } from './list-documents.ts';
import { aPosition, aProposal } from './test-world.ts';

test('anyone finds a consultation by its question, and a reservation only once it is closed', async () => {
  const [question, reservation] = [word(), word()];
  const { id, delegates, chair } = await aProposal({ question: `Shall we ${question}?`, visible: 'open' });
  await castPosition(
    delegates[0],
    aPosition(id, delegates[0], { stance: 'support', reservation: `As long as ${reservation}.` })
  );
  const found = async (query: string) => (await search(guest, query)).total;
  expect(await found(`${question} kind:position`)).toBe(1);
  expect(await found(reservation)).toBe(0);
  await closeProposal(chair, { proposalId: id, reason: 'All have answered.', capacity: 'personal' });
  expect(await found(reservation)).toBe(1);
  const { documents } = await atomic((tx) => listDocuments(tx, '', 1000));
  expect(documents.find((one) => one.id === id)?.text).toContain(reservation);
});

test('a consultation of a restricted circle is found by no one outside it', async () => {
  const question = word();
  const { delegates } = await aProposal({ question, seen: 'restricted' });
  expect(await search(guest, question)).toMatchObject({ total: 0, hits: [], spaces: {} });
  expect((await search(delegates[0], question)).total).toBe(1);
});
