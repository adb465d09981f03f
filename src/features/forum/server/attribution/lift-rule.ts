import { and, eq, isNull } from 'drizzle-orm';
import type * as v from 'valibot';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { mayModerate } from '#features/spaces/server/may.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic } from '#lib/server/db.ts';
import { attributionEvents } from '../../attribution.ts';
import type { attributionLift } from '../../inputs.ts';
import { announceThread } from '../announce-change.ts';
import { chathamRules } from '../attribution-tables.ts';
import { bumpThread } from '../bump.ts';
import { findThread } from '../find-thread.ts';
import { readState } from '../read-state.ts';
import { threads } from '../tables.ts';

/**
 * The Rule no longer holds for what is said from now on. What was said under it stays sealed for ever, and the thread
 * says who lifted it, when and why. Refuses not-found, not-allowed, conflict `rule-not-in-force`.
 */
export async function liftRule(
  actor: Actor,
  { threadId, reason }: v.InferOutput<typeof attributionLift>
): Promise<void> {
  const member = mustBeSignedIn(actor);
  const { space } = await findThread(actor, threadId);
  if (!mayModerate(actor, space)) throw new Refusal('not-allowed');
  const endedAt = new Date();
  const changed = await atomic(async (tx) => {
    const bumped = await bumpThread(tx, threadId);
    if (!bumped.unattributedSince) throw new Refusal('conflict', 'rule-not-in-force');
    const [rule] = await tx
      .update(chathamRules)
      .set({ endedAt, endedBy: member.personId, endedByName: member.name, endReason: reason })
      .where(and(eq(chathamRules.threadId, threadId), isNull(chathamRules.endedAt)))
      .returning({ id: chathamRules.id });
    const [row] = await tx
      .update(threads)
      .set({ unattributedSince: null, attributionLiftedAt: endedAt })
      .where(eq(threads.id, threadId))
      .returning();
    await appendEntry(tx, {
      action: attributionEvents.lifted,
      actor: { ...member, capacity: 'personal', organisationId: null },
      object: { kind: 'chatham-rule', id: rule.id },
      threadId,
      spaceId: space.id
    });
    return row;
  });
  announceThread(changed, await readState(changed));
}
