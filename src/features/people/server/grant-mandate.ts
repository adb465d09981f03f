import { and, eq, gt, isNull, or } from 'drizzle-orm';
import type * as v from 'valibot';
import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { events, mandateCovers, type Actor, type mandateInput } from '../people.ts';
import { mayAdminister, mayGrant } from './may.ts';
import { placePerson } from './place-person.ts';
import { mustBeSignedIn } from './read-act.ts';
import { readCapacities } from './read-capacities.ts';
import { affiliations, organisations, persons } from './tables.ts';

/**
 * Gives a person a mandate for an organisation, or changes the one they have. Administrators may for anyone; who may
 * sign for the organisation, for people who already have a place in it (others are invited, and accept): nobody is
 * shown as speaking for an organisation that they never joined.
 */
export async function grantMandate(actor: Actor, input: v.InferOutput<typeof mandateInput>): Promise<void> {
  const member = mustBeSignedIn(actor);
  if (!mayGrant(actor, input.organisationId, input.mandate))
    throw new Refusal('not-allowed', 'may-not-grant', 'mandate');
  const now = new Date();
  const weaker = await atomic(async (tx) => {
    const [person] = await tx.select({ id: persons.id }).from(persons).where(eq(persons.id, input.personId));
    const [organisation] = await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.id, input.organisationId));
    if (!person || !organisation) throw new Refusal('not-found');
    const [place] = await tx
      .select({ id: affiliations.id })
      .from(affiliations)
      .where(
        and(
          eq(affiliations.personId, person.id),
          eq(affiliations.organisationId, organisation.id),
          or(isNull(affiliations.endsAt), gt(affiliations.endsAt, now))
        )
      );
    if (!place && !mayAdminister(actor)) throw new Refusal('not-allowed', 'invite-first', 'personId');
    const held = (await readCapacities(person.id, now, tx)).find(
      (choice) => choice.value === organisation.id
    );
    await placePerson(tx, { ...input, grantedBy: member.personId }, now);
    await appendEntry(tx, {
      action: events.mandateGranted,
      actor: inPerson(member),
      object: { kind: 'person', id: person.id },
      detail: { organisation: organisation.id, mandate: input.mandate },
      at: now
    });
    return held !== undefined && !mandateCovers(input.mandate, held.mandate);
  });
  const payload = { personId: input.personId, organisationId: input.organisationId };
  announce({ name: events.mandateGranted, rooms: [], payload });
  // What a person may no longer do must be asked again wherever it was asked before.
  if (weaker) announce({ name: events.affiliationEnded, rooms: [], payload });
}
