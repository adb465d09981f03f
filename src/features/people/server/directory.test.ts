import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { aMember, anOrganisation } from '#tests/world.ts';
import { guest } from '../people.ts';
import { listCountries } from './list-countries.ts';
import { listOrganisations } from './list-organisations.ts';
import { listPersons } from './list-persons.ts';
import { readCountry } from './read-country.ts';
import { readOrganisation } from './read-organisation.ts';
import { readOwnProfile } from './read-own-profile.ts';
import { readPerson } from './read-person.ts';
import { organisationMembers, organisations } from './tables.ts';

const everything = { kind: undefined, country: undefined, region: undefined, q: undefined };

test('no public view ever has an e-mail address in it', async () => {
  const email = `secret-${newId()}@test.palabre.example`;
  const ministry = await anOrganisation({ country: 'GM' });
  const person = await aMember({ email, organisation: ministry, country: 'GM' });
  const reader = await aMember();
  const views = [
    await readPerson(guest, { id: person.personId }),
    await readPerson(reader, { id: person.personId }),
    await readOrganisation(reader, { slug: `org-${ministry}` }),
    await readCountry('GM', 'en'),
    person
  ];
  for (const view of views) {
    expect(JSON.stringify(view)).toContain(person.personId);
    expect(JSON.stringify(view)).not.toContain(email);
  }
  expect((await readOwnProfile(person)).email).toBe(email);
  await expect(listPersons(reader)).rejects.toMatchObject({ code: 'not-found' });
});

test('a guest sees who works where, and only members see with which mandate and from whom', async () => {
  const ministry = await anOrganisation();
  const person = await aMember({ organisation: ministry, mandate: 'sign' });
  const open = await readOrganisation(guest, { slug: `org-${ministry}` });
  expect(open.people).toMatchObject([{ id: person.personId, mandate: null, affiliationId: null }]);
  expect((await readPerson(guest, { id: person.personId })).affiliations).toMatchObject([
    { organisationId: ministry, mandate: null, grantedBy: null }
  ]);
  const known = await readOrganisation(await aMember(), { slug: `org-${ministry}` });
  expect(known).toMatchObject({ mayGrant: false, people: [{ mandate: 'sign', affiliationId: null }] });
  expect(await readOrganisation(person, { slug: `org-${ministry}` })).toMatchObject({
    mayGrant: true,
    people: [{ affiliationId: expect.any(String) }]
  });
});

test('a reader finds an organisation by kind, country, region and part of a name without accents', async () => {
  const id = await anOrganisation({
    name: `Fédération ${newId()} infirmière`,
    kind: 'professional_association',
    country: 'TD'
  });
  const other = await anOrganisation({ kind: 'ministry', country: 'EG' });
  const ids = async (filter: Partial<Parameters<typeof listOrganisations>[0]>) =>
    (await listOrganisations({ ...everything, ...filter }, 'fr')).map((one) => one.id);
  for (const filter of [
    { kind: 'professional_association' as const },
    { country: 'TD' },
    { region: 'AFR' as const },
    { q: 'FEDERATION' }
  ]) {
    expect(await ids(filter)).toContain(id);
    expect(await ids(filter)).not.toContain(other);
  }
  expect(await ids({ region: 'EMR' })).toContain(other);
});

test('a reader sees what an organisation is part of and who belongs to it', async () => {
  const [federation, national, ministry, unit] = [
    await anOrganisation(),
    await anOrganisation(),
    await anOrganisation(),
    await anOrganisation()
  ];
  await db
    .insert(organisationMembers)
    .values({ organisationId: federation, memberId: national, createdAt: new Date() });
  await db.update(organisations).set({ parentId: ministry }).where(eq(organisations.id, unit));
  expect((await readOrganisation(guest, { slug: `org-${federation}` })).members.map(({ id }) => id)).toEqual([
    national
  ]);
  expect((await readOrganisation(guest, { slug: `org-${national}` })).memberOf.map(({ id }) => id)).toEqual([
    federation
  ]);
  expect((await readOrganisation(guest, { slug: `org-${ministry}` })).children.map(({ id }) => id)).toEqual([
    unit
  ]);
  expect((await readOrganisation(guest, { slug: `org-${unit}` })).parent?.id).toBe(ministry);
});

test('a reader sees all 194 countries with who is here from each', async () => {
  await anOrganisation({ country: 'TV' });
  await aMember({ country: 'TV' });
  const byRegion = await listCountries('fr');
  expect(byRegion.flatMap(({ countries }) => countries)).toHaveLength(194);
  const tuvalu = byRegion
    .find(({ region }) => region === 'WPR')!
    .countries.find(({ code }) => code === 'TV')!;
  expect(tuvalu.organisations).toBeGreaterThan(0);
  expect(tuvalu.people).toBeGreaterThan(0);
  expect(byRegion.flatMap(({ countries }) => countries).find(({ code }) => code === 'US')?.standing).toBe(
    'contested'
  );
});

test('who asks for a person, organisation or country that is none is told not found', async () => {
  for (const id of [newId(), 'nobody', "' or 1=1"])
    await expect(readPerson(guest, { id })).rejects.toMatchObject({ code: 'not-found' });
  await expect(readOrganisation(guest, { slug: 'nowhere' })).rejects.toMatchObject({ code: 'not-found' });
  for (const code of ['XX', 'sn', '__proto__'])
    await expect(readCountry(code, 'en')).rejects.toMatchObject({ code: 'not-found' });
});
