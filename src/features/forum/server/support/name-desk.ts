import { eq } from 'drizzle-orm';
import type * as v from 'valibot';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { mayAdminister } from '#features/people/server/may.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { organisations } from '#features/people/server/tables.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic } from '#lib/server/db.ts';
import { isCountry } from '#lib/vocab/countries.ts';
import type { newDesk } from '../../inputs.ts';
import { purposeEvents } from '../../purposes.ts';
import { supportDesks } from '../support-tables.ts';

/**
 * Names the organisation that answers at a level, for a country or a region; the one named last answers. Requests that
 * are under way stay where they are. Refuses not-allowed, invalid `desk-place`, `desk-unknown`.
 */
export async function nameDesk(
  actor: Actor,
  { level, country, region, organisation }: v.InferOutput<typeof newDesk>,
  { at = new Date() }: { at?: Date } = {}
): Promise<{ id: string }> {
  const member = mustBeSignedIn(actor);
  if (!mayAdminister(actor)) throw new Refusal('not-allowed');
  if (level === 'country' && !(country && isCountry(country)))
    throw new Refusal('invalid', 'desk-place', 'country');
  if (level === 'regional' && !region) throw new Refusal('invalid', 'desk-place', 'region');
  const id = newId();
  await atomic(async (tx) => {
    const [found] = await tx
      .select({ id: organisations.id })
      .from(organisations)
      .where(eq(organisations.slug, organisation));
    if (!found) throw new Refusal('invalid', 'desk-unknown', 'organisation');
    await tx.insert(supportDesks).values({
      id,
      level,
      country: level === 'country' ? country : null,
      region: level === 'regional' ? region : null,
      organisationId: found.id,
      addedBy: member.personId,
      createdAt: at
    });
    await appendEntry(tx, {
      action: purposeEvents.deskNamed,
      actor: { ...member, capacity: 'personal', organisationId: null },
      object: { kind: 'support-desk', id },
      detail: { level, country: country ?? null, region: region ?? null, organisationId: found.id },
      at
    });
  });
  return { id };
}
