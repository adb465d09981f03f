import { eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import { isId } from '#lib/id.ts';
import type { Actor } from '../people.ts';
import { listAffiliations, type AffiliationView } from './list-affiliations.ts';
import { persons } from './tables.ts';

/** What anyone may know of a person. There is no e-mail address in it, for no reader. */
export interface PersonView {
  id: string;
  name: string;
  title: string | null;
  bio: string | null;
  country: string | null;
  occupations: string[];
  languages: string[];
  illustrative: boolean;
  since: Date;
  affiliations: AffiliationView[];
}

export async function readPerson(actor: Actor, by: { id: string }): Promise<PersonView> {
  const { id, name, title, bio, country, occupations, languages, illustrative, createdAt: since } = persons;
  const [person] = isId(by.id)
    ? await db
        .select({ id, name, title, bio, country, occupations, languages, illustrative, since })
        .from(persons)
        .where(eq(id, by.id))
    : [];
  if (!person) throw new Refusal('not-found');
  return { ...person, affiliations: await listAffiliations(actor, person.id) };
}
