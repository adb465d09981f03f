import { and, eq } from 'drizzle-orm';
import type * as v from 'valibot';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { events, type focalPointInput } from '../clearance.ts';
import { settingFor } from './entry.ts';
import { listFocalPoints } from './list-focal-points.ts';
import { maySetClearance } from './may.ts';
import { clearanceRules, focalPoints } from './tables.ts';

/** Ends someone's being a focal point. The last one stays for as long as there is a rule: conflict `last-focal-point`. */
export async function removeFocalPoint(
  actor: Actor,
  { organisationId, personId }: v.InferOutput<typeof focalPointInput>
): Promise<void> {
  const member = mustBeSignedIn(actor);
  if (!maySetClearance(actor, organisationId)) throw new Refusal('not-allowed');
  await atomic(async (tx) => {
    const points = await listFocalPoints(organisationId, tx);
    const [rule] = await tx
      .select({ id: clearanceRules.organisationId })
      .from(clearanceRules)
      .where(eq(clearanceRules.organisationId, organisationId));
    if (rule && points.every((point) => point.personId === personId))
      throw new Refusal('conflict', 'last-focal-point');
    await tx
      .delete(focalPoints)
      .where(and(eq(focalPoints.organisationId, organisationId), eq(focalPoints.personId, personId)));
    await appendEntry(tx, {
      action: events.focalPointRemoved,
      actor: settingFor(member, organisationId),
      object: { kind: 'organisation', id: organisationId },
      detail: { personId }
    });
  });
  announce({ name: events.focalPointRemoved, rooms: [], payload: { organisationId, personId } });
}
