import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { db } from '#lib/server/db.ts';
import { guest } from '../people.ts';
import { aMember, anOrganisation } from '#tests/world.ts';
import { readAct } from './read-act.ts';
import { affiliations, organisations } from './tables.ts';

test('an act keeps the organisation as it was named then', async () => {
  const ministry = await anOrganisation({ name: 'Ministry of Health', country: 'MW' });
  const delegate = await aMember({ organisation: ministry });
  const act = await readAct(delegate, ministry);
  await db
    .update(organisations)
    .set({ names: { en: 'Ministry of Health and Population' } })
    .where(eq(organisations.id, ministry));
  expect(act).toMatchObject({
    capacity: 'organisation',
    organisation: { en: 'Ministry of Health' },
    country: 'MW',
    personId: delegate.personId
  });
});

test('an expert in a personal capacity cannot act for an organisation and is told why', async () => {
  const university = await anOrganisation({ kind: 'academia' });
  const expert = await aMember();
  await expect(readAct(expert, university)).rejects.toMatchObject({
    code: 'not-allowed',
    reason: 'no-mandate',
    field: 'capacity'
  });
});

test('who may speak for a ministry cannot sign for it', async () => {
  const ministry = await anOrganisation();
  const delegate = await aMember({ organisation: ministry, mandate: 'speak' });
  await expect(readAct(delegate, ministry, 'sign')).rejects.toMatchObject({ reason: 'mandate-too-weak' });
});

test('a mandate that ended no longer counts, even within the same sign-in', async () => {
  const ministry = await anOrganisation();
  const delegate = await aMember({ organisation: ministry });
  await db
    .update(affiliations)
    .set({ endsAt: new Date(Date.now() - 1000) })
    .where(eq(affiliations.personId, delegate.personId));
  await expect(readAct(delegate, ministry)).rejects.toMatchObject({ reason: 'no-mandate' });
});

test('a guest is asked to sign in', async () => {
  await expect(readAct(guest, 'personal')).rejects.toMatchObject({ code: 'not-signed-in' });
});
