import { inArray } from 'drizzle-orm';
import type * as v from 'valibot';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { spaces } from '#features/spaces/server/tables.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { events, type clearanceRuleInput } from '../clearance.ts';
import { settingFor } from './entry.ts';
import { listFocalPoints } from './list-focal-points.ts';
import { maySetClearance } from './may.ts';
import { clearanceRules } from './tables.ts';

/**
 * From now on what is said for the organisation waits. Refuses not-allowed, conflict `no-focal-point` (nobody could
 * clear anything), invalid `space-unknown`.
 */
export async function setClearanceRule(
  actor: Actor,
  { organisationId, spaceIds, ...rule }: v.InferOutput<typeof clearanceRuleInput>
): Promise<void> {
  const member = mustBeSignedIn(actor);
  if (!maySetClearance(actor, organisationId)) throw new Refusal('not-allowed');
  const chosen = [...new Set(spaceIds)];
  const row = {
    ...rule,
    spaceIds: chosen.length > 0 ? chosen : null,
    setBy: member.personId,
    setAt: new Date()
  };
  await atomic(async (tx) => {
    if ((await listFocalPoints(organisationId, tx)).length === 0)
      throw new Refusal('conflict', 'no-focal-point');
    const known = chosen.length
      ? await tx.select({ id: spaces.id }).from(spaces).where(inArray(spaces.id, chosen))
      : [];
    if (known.length < chosen.length) throw new Refusal('invalid', 'space-unknown', 'spaceIds');
    await tx
      .insert(clearanceRules)
      .values({ organisationId, ...row })
      .onConflictDoUpdate({ target: clearanceRules.organisationId, set: row });
    await appendEntry(tx, {
      action: events.ruleSet,
      actor: settingFor(member, organisationId),
      object: { kind: 'organisation', id: organisationId },
      detail: { ...rule, spaces: chosen.length }
    });
  });
  announce({ name: events.ruleSet, rooms: [], payload: { organisationId } });
}
