import { eq } from 'drizzle-orm';
import type * as v from 'valibot';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { noteWritten } from '#lib/server/written.ts';
import { occupations } from '#lib/vocab/codes.ts';
import { isCountry } from '#lib/vocab/countries.ts';
import { events, type Actor, type profileInput } from '../people.ts';
import { mustBeSignedIn } from './read-act.ts';
import { persons } from './tables.ts';

/** Changes one's own profile. Acts of before keep the name, title and country that they were made under. */
export async function updateProfile(actor: Actor, input: v.InferOutput<typeof profileInput>): Promise<void> {
  const member = mustBeSignedIn(actor);
  if (input.country && !isCountry(input.country)) throw new Refusal('invalid', 'country', 'country');
  if (input.occupations.some((code) => !(occupations as readonly string[]).includes(code)))
    throw new Refusal('invalid', 'invalid', 'occupations');
  await atomic(async (tx) => {
    await tx
      .update(persons)
      .set({
        name: input.name,
        title: input.title || null,
        bio: input.bio || null,
        country: input.country ?? null,
        timezone: input.timezone ?? null,
        locale: input.locale ?? null,
        occupations: input.occupations,
        languages: input.languages
      })
      .where(eq(persons.id, member.personId));
    await noteWritten(tx, 'person', member.personId);
  });
  announce({ name: events.profileChanged, rooms: [], payload: { personId: member.personId } });
}
