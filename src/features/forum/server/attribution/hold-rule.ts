import { and, eq } from 'drizzle-orm';
import type * as v from 'valibot';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { persons } from '#features/people/server/tables.ts';
import { mayModerate } from '#features/spaces/server/may.ts';
import { spaceMembers } from '#features/spaces/server/tables.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic, db } from '#lib/server/db.ts';
import { attributionEvents, sealable } from '../../attribution.ts';
import type { attributionRule } from '../../inputs.ts';
import { announceThread } from '../announce-change.ts';
import { bumpThread } from '../bump.ts';
import { findThread } from '../find-thread.ts';
import { readState } from '../read-state.ts';
import { threads } from '../tables.ts';
import { appendRule } from './append-rule.ts';

/**
 * The Chatham House Rule holds in a thread from now on: what is posted or changed is sealed, and one named keeper, a
 * member of the space, may read the names. What was said before keeps its author. For who moderates.
 * Refuses not-found, not-allowed, invalid `keeper-unknown`, conflict `rule-in-force`, `rule-not-for-purpose`.
 */
export async function holdRule(
  actor: Actor,
  { threadId, keeper }: v.InferOutput<typeof attributionRule>
): Promise<void> {
  const member = mustBeSignedIn(actor);
  const { thread, space } = await findThread(actor, threadId);
  if (!mayModerate(actor, space)) throw new Refusal('not-allowed');
  if (!sealable.includes(thread.purpose)) throw new Refusal('conflict', 'rule-not-for-purpose');
  const [person] = await db
    .select({ id: persons.id, name: persons.name })
    .from(persons)
    .innerJoin(spaceMembers, and(eq(spaceMembers.personId, persons.id), eq(spaceMembers.spaceId, space.id)))
    .where(eq(persons.email, keeper));
  if (!person) throw new Refusal('invalid', 'keeper-unknown', 'keeper');
  const startedAt = new Date();
  const changed = await atomic(async (tx) => {
    const bumped = await bumpThread(tx, threadId);
    if (bumped.unattributedSince) throw new Refusal('conflict', 'rule-in-force');
    const id = await appendRule(tx, {
      spaceId: space.id,
      threadId,
      keeperId: person.id,
      keeperName: person.name,
      startedBy: member.personId,
      startedByName: member.name,
      startedAt
    });
    const [row] = await tx
      .update(threads)
      .set({ unattributedSince: startedAt })
      .where(eq(threads.id, threadId))
      .returning();
    await appendEntry(tx, {
      action: attributionEvents.sealed,
      actor: { ...member, capacity: 'personal', organisationId: null },
      object: { kind: 'chatham-rule', id },
      threadId,
      spaceId: space.id,
      detail: { keeper: person.id }
    });
    return row;
  });
  announceThread(changed, await readState(changed));
}
