import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { newId } from '#lib/id.ts';
import { listen, type Announcement } from '#lib/server/announce.ts';
import { db } from '#lib/server/db.ts';
import { mandateName } from '#lib/vocab/labels.ts';
import { aMember, anOrganisation } from '#tests/world.ts';
import { guest, mandates, type Mandate } from '../people.ts';
import { actAs } from './act-as.ts';
import { addOrganisation } from './add-organisation.ts';
import { endAffiliation } from './end-affiliation.ts';
import { grantMandate } from './grant-mandate.ts';
import { listAffiliations } from './list-affiliations.ts';
import { readAct } from './read-act.ts';
import { readActor } from './read-actor.ts';
import { affiliations } from './tables.ts';
import { updateProfile } from './update-profile.ts';

const placesOf = (personId: string) =>
  db.select().from(affiliations).where(eq(affiliations.personId, personId));
const profile = {
  bio: '',
  country: 'SN',
  timezone: undefined,
  locale: undefined,
  occupations: [],
  languages: []
};

test('who granted a mandate is kept, also after it was changed by someone else', async () => {
  const ministry = await anOrganisation();
  const [admin, signatory] = [
    await aMember({ administrator: true }),
    await aMember({ organisation: ministry, mandate: 'sign' })
  ];
  const person = await aMember();
  await grantMandate(admin, {
    personId: person.personId,
    organisationId: ministry,
    mandate: 'speak',
    title: 'Adviser'
  });
  await grantMandate(signatory, { personId: person.personId, organisationId: ministry, mandate: 'sign' });
  expect(await listAffiliations(admin, person.personId)).toMatchObject([
    { mandate: 'sign', title: 'Adviser', grantedBy: { name: signatory.name }, endsAt: null },
    { mandate: 'speak', title: 'Adviser', grantedBy: { name: admin.name }, endsAt: expect.any(Date) }
  ]);
  expect(await readActor(person.token)).toMatchObject({ capacities: [{ value: ministry, mandate: 'sign' }] });
});

test('a later change of job rewrites nothing', async () => {
  const [ministry, agency] = [
    await anOrganisation({ country: 'MW' }),
    await anOrganisation({ kind: 'un_agency', country: null })
  ];
  const admin = await aMember({ administrator: true });
  const person = await aMember({ organisation: ministry, name: 'Grace Banda' });
  const act = await readAct(person, ministry);
  const [place] = await placesOf(person.personId);
  await endAffiliation(person, { affiliationId: place.id });
  await grantMandate(admin, { personId: person.personId, organisationId: agency, mandate: 'speak' });
  await updateProfile(person, { ...profile, name: 'Grace Phiri', title: 'Officer', country: 'CH' });
  expect(act).toMatchObject({ organisationId: ministry, country: 'MW', personName: 'Grace Banda' });
  const [before] = (await placesOf(person.personId)).filter((one) => one.organisationId === ministry);
  expect(before).toMatchObject({
    mandate: place.mandate,
    startsAt: place.startsAt,
    endsAt: expect.any(Date)
  });
  await expect(readAct(person, ministry)).rejects.toMatchObject({ reason: 'no-mandate' });
  expect(await readAct(person, agency)).toMatchObject({ organisationId: agency, personName: 'Grace Phiri' });
});

test('a delegate who may only negotiate grants nothing, and a signatory grants nothing elsewhere', async () => {
  const [ministry, other] = [await anOrganisation(), await anOrganisation()];
  const negotiator = await aMember({ organisation: ministry, mandate: 'negotiate' });
  const signatory = await aMember({ organisation: ministry, mandate: 'sign' });
  const colleague = await aMember({ organisation: ministry, mandate: 'none' });
  const give = (organisationId: string, mandate: Mandate) => ({
    personId: colleague.personId,
    organisationId,
    mandate
  });
  await expect(grantMandate(negotiator, give(ministry, 'speak'))).rejects.toMatchObject({
    code: 'not-allowed',
    reason: 'may-not-grant'
  });
  await expect(
    grantMandate(negotiator, { ...give(ministry, 'sign'), personId: negotiator.personId })
  ).rejects.toMatchObject({ reason: 'may-not-grant' });
  await expect(grantMandate(signatory, give(other, 'speak'))).rejects.toMatchObject({
    reason: 'may-not-grant'
  });
  await expect(grantMandate(guest, give(ministry, 'speak'))).rejects.toMatchObject({ code: 'not-signed-in' });
  await grantMandate(signatory, give(ministry, 'sign'));
});

test('nobody is shown as speaking for an organisation that they never joined', async () => {
  const ministry = await anOrganisation();
  const signatory = await aMember({ organisation: ministry, mandate: 'sign' });
  const stranger = await aMember();
  await expect(
    grantMandate(signatory, { personId: stranger.personId, organisationId: ministry, mandate: 'speak' })
  ).rejects.toMatchObject({ reason: 'invite-first' });
  expect(await placesOf(stranger.personId)).toEqual([]);
});

test('an administrator who names an unknown person or organisation is told that it is not found', async () => {
  const admin = await aMember({ administrator: true });
  await expect(
    grantMandate(admin, { personId: newId(), organisationId: await anOrganisation(), mandate: 'speak' })
  ).rejects.toMatchObject({ code: 'not-found' });
  await expect(
    grantMandate(admin, { personId: admin.personId, organisationId: newId(), mandate: 'speak' })
  ).rejects.toMatchObject({ code: 'not-found' });
});

test('a person leaves a mandate, and whoever must ask again is told; a stranger cannot end it', async () => {
  const ministry = await anOrganisation();
  const person = await aMember({ organisation: ministry });
  const [place] = await placesOf(person.personId);
  const heard: Announcement[] = [];
  listen('mandates.test', (one) => void heard.push(one));
  await expect(endAffiliation(await aMember(), { affiliationId: place.id })).rejects.toMatchObject({
    code: 'not-allowed'
  });
  await endAffiliation(person, { affiliationId: place.id });
  await endAffiliation(person, { affiliationId: place.id });
  await Promise.resolve();
  expect(heard.filter(({ name }) => name === 'affiliation.ended').map(({ payload }) => payload)).toEqual([
    { personId: person.personId, organisationId: ministry }
  ]);
  expect(await readActor(person.token)).toMatchObject({ actingAs: 'personal', capacities: [] });
});

test('a person whose mandate was weakened is asked again where they were let in', async () => {
  const ministry = await anOrganisation();
  const [signatory, person] = [
    await aMember({ organisation: ministry, mandate: 'sign' }),
    await aMember({ organisation: ministry, mandate: 'negotiate' })
  ];
  const heard: string[] = [];
  listen(
    'mandates.test',
    ({ name, payload }) =>
      void ((payload as { personId: string }).personId === person.personId && heard.push(name))
  );
  await grantMandate(signatory, { personId: person.personId, organisationId: ministry, mandate: 'sign' });
  await Promise.resolve();
  expect(heard).toEqual(['mandate.granted']);
  await grantMandate(signatory, { personId: person.personId, organisationId: ministry, mandate: 'speak' });
  await Promise.resolve();
  expect(heard).toEqual(['mandate.granted', 'mandate.granted', 'affiliation.ended']);
});

test('a person chooses the capacity that forms start with, among those they have', async () => {
  const ministry = await anOrganisation();
  const person = await aMember({ organisation: ministry });
  expect(person.actingAs).toBe(ministry);
  await actAs(person, { capacity: 'personal' });
  expect(await readActor(person.token)).toMatchObject({ actingAs: 'personal' });
  await expect(actAs(person, { capacity: await anOrganisation() })).rejects.toMatchObject({
    reason: 'no-mandate',
    field: 'capacity'
  });
});

test('an administrator adds an organisation once; others cannot', async () => {
  const admin = await aMember({ administrator: true });
  const input = {
    nameEn: 'Ministry of Health',
    nameFr: 'Ministère de la Santé',
    slug: `moh-${newId()}`,
    kind: 'ministry',
    sector: 'health',
    country: 'SN'
  } as const;
  await addOrganisation(admin, input);
  await expect(addOrganisation(admin, input)).rejects.toMatchObject({
    code: 'conflict',
    reason: 'slug-taken',
    field: 'slug'
  });
  await expect(addOrganisation(await aMember(), { ...input, slug: `moh-${newId()}` })).rejects.toMatchObject({
    code: 'not-found'
  });
  await expect(
    addOrganisation(admin, { ...input, nameEn: undefined, nameFr: undefined, slug: `moh-${newId()}` })
  ).rejects.toMatchObject({ reason: 'name-missing' });
  await expect(
    addOrganisation(admin, { ...input, slug: `moh-${newId()}`, country: 'XX' })
  ).rejects.toMatchObject({ reason: 'country' });
});

test('a reader sees every mandate by a name', () => {
  for (const mandate of mandates) expect(mandateName(mandate, 'fr')).not.toBe(mandate);
});
