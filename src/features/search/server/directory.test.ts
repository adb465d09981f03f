import { expect, it } from 'vitest';
import { addOrganisation } from '#features/people/server/add-organisation.ts';
import { updateProfile } from '#features/people/server/update-profile.ts';
import { guest } from '#features/people/people.ts';
import { changeSpace } from '#features/spaces/server/change-space.ts';
import { startSpace } from '#features/spaces/server/start-space.ts';
import { writeSpaceText } from '#features/spaces/server/write-space-text.ts';
import { atomic } from '#lib/server/db.ts';
import { noteWritten } from '#lib/server/written.ts';
import { search, word } from '#tests/search-world.ts';
import { aMember } from '#tests/world.ts';
import { appendDocument } from './append-document.ts';
import { countryDocument } from './directory.ts';

const profile = { title: '', bio: '', occupations: [], languages: [] };

it('a member finds a member by their name and what they say of themselves now; a guest finds neither', async () => {
  const [person, reader, name, w] = [await aMember(), await aMember(), word(), word()];
  await updateProfile(person, { ...profile, name: `Awa ${name}`, bio: `Midwife, ${w}`, country: 'SN' });
  expect(await search(reader, `${w} kind:person country:SN`)).toMatchObject({
    total: 1,
    hits: [{ kind: 'person', address: `/people/${person.personId}` }]
  });
  expect((await search(reader, name)).total).toBe(1);
  for (const query of [w, name]) expect(await search(guest, query)).toMatchObject({ total: 0, hits: [] });
  await updateProfile(person, { ...profile, name: `Awa ${name}`, bio: 'Nurse' });
  expect((await search(reader, w)).total).toBe(0);
});

it('anyone finds an organisation by its name in each language, and sees it in their own', async () => {
  const [administrator, w, mot] = [await aMember({ administrator: true }), word(), word()];
  const names = { en: `Ministry ${w}`, fr: `Ministère ${mot}` };
  await addOrganisation(administrator, {
    slug: w,
    kind: 'ministry',
    nameEn: names.en,
    nameFr: names.fr,
    country: 'ML'
  });
  for (const query of [w, mot, `${w} pays:Mali genre:organisation`])
    expect(await search(guest, query)).toMatchObject({ total: 1, hits: [{ names, space: null }] });
});

it('a forum is found by its title, purpose and summary, and a circle only by who may read it', async () => {
  const administrator = await aMember({ administrator: true });
  const [title, purpose, summary, stranger] = [word(), word(), word(), await aMember()];
  const space = {
    kind: 'forum' as const,
    titles: { en: title },
    purposes: { en: purpose },
    countries: [],
    regions: [],
    axis: null,
    topics: [],
    leadOrganisationId: null,
    visibility: 'restricted' as const
  };
  const { id } = await startSpace(administrator, { ...space, slug: title });
  await writeSpaceText(administrator, { spaceId: id, kind: 'summary', texts: { en: summary }, number: 0 });
  for (const query of [title, purpose, summary]) {
    expect((await search(administrator, `${query} kind:forum`)).total).toBe(1);
    for (const actor of [stranger, guest])
      expect(await search(actor, query)).toMatchObject({ total: 0, spaces: {} });
  }
  await changeSpace(administrator, { ...space, spaceId: id, visibility: 'public', titles: { en: 'Other' } });
  expect((await search(guest, title)).total).toBe(0);
  expect(await search(guest, summary)).toMatchObject({ hits: [{ id, names: { en: 'Other' } }] });
});

it('a country is found by its name in each language', async () => {
  await atomic((tx) => appendDocument(tx, countryDocument('CI')));
  for (const name of ['Côte d’Ivoire', 'ساحل العاج'])
    expect((await search(guest, `${name} kind:country`)).hits[0]).toMatchObject({ id: 'CI' });
});

it('what is not written after all is not found either', async () => {
  const person = await aMember();
  const w = word();
  const failing = atomic(async (tx) => {
    await appendDocument(tx, { ...countryDocument('SN'), id: w, title: w });
    await noteWritten(tx, 'person', person.personId);
    throw new Error('undone');
  });
  await expect(failing).rejects.toThrow('undone');
  expect((await search(person, w)).total).toBe(0);
});
