import { eq } from 'drizzle-orm';
import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { events, type Actor, type AffiliationChanged } from '../people.ts';
import { mayEndAffiliation } from './may.ts';
import { mustBeSignedIn } from './read-act.ts';
import { affiliations } from './tables.ts';

/**
 * Ends a place in an organisation and the mandate that came with it, now. It stays on record with its dates, and so
 * does everything that was done under it. Ending it twice changes nothing.
 */
export async function endAffiliation(
  actor: Actor,
  input: { affiliationId: string },
  now = new Date()
): Promise<void> {
  const member = mustBeSignedIn(actor);
  const ended = await atomic(async (tx) => {
    const [place] = await tx
      .select({
        personId: affiliations.personId,
        organisationId: affiliations.organisationId,
        endsAt: affiliations.endsAt
      })
      .from(affiliations)
      .where(eq(affiliations.id, input.affiliationId));
    if (!place) throw new Refusal('not-found');
    if (!mayEndAffiliation(actor, place)) throw new Refusal('not-allowed');
    if (place.endsAt && place.endsAt <= now) return null;
    await tx.update(affiliations).set({ endsAt: now }).where(eq(affiliations.id, input.affiliationId));
    await appendEntry(tx, {
      action: events.affiliationEnded,
      actor: inPerson(member),
      object: { kind: 'person', id: place.personId },
      detail: { organisation: place.organisationId },
      at: now
    });
    return { personId: place.personId, organisationId: place.organisationId };
  });
  if (ended) announce<AffiliationChanged>({ name: events.affiliationEnded, rooms: [], payload: ended });
}
