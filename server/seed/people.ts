import { hashPassword } from '#features/people/server/passwords.ts';
import { placePerson } from '#features/people/server/place-person.ts';
import {
  administrators,
  organisationMembers,
  organisations,
  persons
} from '#features/people/server/tables.ts';
import { newId } from '#lib/id.ts';
import { atomic } from '#lib/server/db.ts';
import { noteWritten } from '#lib/server/written.ts';
import { actAs } from '../commands/act-as.ts';
import { demoPassword } from './sign-ins.ts';
import { memberships, organisationTexts } from './texts/organisations.ts';
import { peopleTexts } from './texts/people.ts';
import { before, day, type World } from './world.ts';

/**
 * Organisations, people and mandates. They are written as rows: the verbs for joining ask for an invitation and an answer
 * by mail, and a password each; here one password is hashed once for all.
 */
export async function seedPeople(now: Date): Promise<World> {
  const passwordHash = await hashPassword(demoPassword);
  const createdAt = before(now, 120 * day);
  const organisationIds = new Map(organisationTexts.map(({ slug }) => [slug, newId()]));
  const personIds = new Map(peopleTexts.map(({ key }) => [key, newId()]));
  const administrator = personIds.get('admin')!;

  await atomic(async (tx) => {
    for (const { slug, kind, sector = null, acronym = null, country, names, about } of organisationTexts)
      await tx.insert(organisations).values({
        id: organisationIds.get(slug)!,
        slug,
        kind,
        sector,
        names,
        acronym,
        country,
        about,
        illustrative: true,
        createdAt
      });
    for (const [federation, members] of memberships)
      for (const member of members)
        await tx.insert(organisationMembers).values({
          organisationId: organisationIds.get(federation)!,
          memberId: organisationIds.get(member)!,
          createdAt
        });
    for (const {
      key,
      name,
      country,
      title,
      bio = null,
      timezone = null,
      languages,
      occupations = [],
      expertise = []
    } of peopleTexts)
      await tx.insert(persons).values({
        id: personIds.get(key)!,
        name,
        email: `${key}@demo.palabre.example`,
        passwordHash,
        country,
        title,
        bio,
        locale: null,
        timezone,
        languages,
        occupations,
        expertise,
        illustrative: true,
        createdAt
      });
    await tx.insert(administrators).values({ personId: administrator, createdAt });
    for (const id of organisationIds.values()) await noteWritten(tx, 'organisation', id);
    for (const id of personIds.values()) await noteWritten(tx, 'person', id);
    for (const { key, title, places } of peopleTexts)
      for (const [slug, mandate] of places)
        await placePerson(
          tx,
          {
            personId: personIds.get(key)!,
            organisationId: organisationIds.get(slug)!,
            mandate,
            title,
            grantedBy: administrator
          },
          createdAt
        );
  });

  const people: World['people'] = new Map();
  for (const [key, id] of personIds) people.set(key, (await actAs(id))!);
  return { now, people, organisations: organisationIds };
}
