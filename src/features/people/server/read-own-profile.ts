import { eq } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import type { Actor } from '../people.ts';
import { mustBeSignedIn } from './read-act.ts';
import { persons } from './tables.ts';

/** What a person keeps about themselves, with the e-mail address that they sign in with: for their own eyes. */
export interface OwnProfile {
  name: string;
  email: string | null;
  title: string | null;
  bio: string | null;
  country: string | null;
  timezone: string | null;
  locale: string | null;
  languages: string[];
  occupations: string[];
}

export async function readOwnProfile(actor: Actor): Promise<OwnProfile> {
  const member = mustBeSignedIn(actor);
  const { name, email, title, bio, country, timezone, locale, languages, occupations } = persons;
  const [profile] = await db
    .select({ name, email, title, bio, country, timezone, locale, languages, occupations })
    .from(persons)
    .where(eq(persons.id, member.personId));
  if (!profile) throw new Refusal('not-signed-in');
  return profile;
}
