import { and, eq, gt, isNull, or } from 'drizzle-orm';
import type * as v from 'valibot';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { affiliations } from '#features/people/server/tables.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { events, type focalPointInput } from '../clearance.ts';
import { settingFor } from './entry.ts';
import { maySetClearance } from './may.ts';
import { focalPoints } from './tables.ts';

/** Names someone of the organisation as one who clears for it. Refuses not-allowed, conflict `no-place`. */
export async function nameFocalPoint(
  actor: Actor,
  { organisationId, personId }: v.InferOutput<typeof focalPointInput>
): Promise<void> {
  const member = mustBeSignedIn(actor);
  if (!maySetClearance(actor, organisationId)) throw new Refusal('not-allowed');
  const createdAt = new Date();
  await atomic(async (tx) => {
    const [place] = await tx
      .select({ id: affiliations.id })
      .from(affiliations)
      .where(
        and(
          eq(affiliations.organisationId, organisationId),
          eq(affiliations.personId, personId),
          or(isNull(affiliations.endsAt), gt(affiliations.endsAt, createdAt))
        )
      );
    if (!place) throw new Refusal('conflict', 'no-place', 'personId');
    await tx
      .insert(focalPoints)
      .values({ organisationId, personId, namedBy: member.personId, createdAt })
      .onConflictDoNothing();
    await appendEntry(tx, {
      action: events.focalPointNamed,
      actor: settingFor(member, organisationId),
      object: { kind: 'organisation', id: organisationId },
      detail: { personId }
    });
  });
  announce({ name: events.focalPointNamed, rooms: [], payload: { organisationId, personId } });
}
