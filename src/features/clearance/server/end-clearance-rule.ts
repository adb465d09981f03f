import { eq } from 'drizzle-orm';
import type * as v from 'valibot';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { events, type clearanceRuleEnd } from '../clearance.ts';
import { settingFor } from './entry.ts';
import { maySetClearance } from './may.ts';
import { clearanceRules } from './tables.ts';

/** From now on nothing waits any more; what waits already is still decided by a focal point, or in the end returned. */
export async function endClearanceRule(
  actor: Actor,
  { organisationId }: v.InferOutput<typeof clearanceRuleEnd>
): Promise<void> {
  const member = mustBeSignedIn(actor);
  if (!maySetClearance(actor, organisationId)) throw new Refusal('not-allowed');
  await atomic(async (tx) => {
    const ended = await tx
      .delete(clearanceRules)
      .where(eq(clearanceRules.organisationId, organisationId))
      .returning({ id: clearanceRules.organisationId });
    if (ended.length === 0) return;
    await appendEntry(tx, {
      action: events.ruleEnded,
      actor: settingFor(member, organisationId),
      object: { kind: 'organisation', id: organisationId }
    });
  });
  announce({ name: events.ruleEnded, rooms: [], payload: { organisationId } });
}
