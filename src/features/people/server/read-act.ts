import { eq, sql } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import { db, type Tx } from '#lib/server/db.ts';
import { prepared } from '#lib/server/prepared.ts';
import { mandateCovers, type Act, type Actor, type Mandate, type Member } from '../people.ts';
import { readHeld } from './read-capacities.ts';
import { persons } from './tables.ts';

const personQuestion = prepared('act_person', (from) =>
  from
    .select({ name: persons.name, country: persons.country, title: persons.title })
    .from(persons)
    .where(eq(persons.id, sql.placeholder('id')))
);

/**
 * The act that `actor` is about to commit in `capacity` (`personal` or an organisation id), frozen as of now.
 * The mandate is read again, not taken from the sign-in: one that ended a second ago no longer counts.
 * Throws Refusal not-signed-in, or not-allowed with `no-mandate` / `mandate-too-weak` (field `capacity`).
 */
export async function readAct(
  actor: Actor,
  capacity: string,
  needed: Mandate = 'speak',
  from: Tx = db
): Promise<Act> {
  const member = mustBeSignedIn(actor);
  const [person] = await personQuestion({ id: member.personId }, from);
  if (!person) throw new Refusal('not-signed-in');
  const own = { personId: member.personId, personName: person.name };
  if (capacity === 'personal')
    return {
      ...own,
      capacity: 'personal',
      organisationId: null,
      organisation: null,
      organisationSlug: null,
      country: person.country,
      title: person.title
    };

  const held = (await readHeld(member.personId, new Date(), from)).find(({ value }) => value === capacity);
  if (!held) throw new Refusal('not-allowed', 'no-mandate', 'capacity');
  if (!mandateCovers(held.mandate, needed)) throw new Refusal('not-allowed', 'mandate-too-weak', 'capacity');
  return {
    ...own,
    capacity: 'organisation',
    organisationId: capacity,
    organisation: held.organisation,
    organisationSlug: held.slug,
    country: held.country,
    title: held.title
  };
}

/** The member, or a refusal that asks to sign in. */
export function mustBeSignedIn(actor: Actor): Member {
  if (actor.kind !== 'member') throw new Refusal('not-signed-in');
  return actor;
}
