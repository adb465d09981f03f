import { and, eq, isNull } from 'drizzle-orm';
import type * as v from 'valibot';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { mayModerate } from '#features/spaces/server/may.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { attributionEvents } from '../../attribution.ts';
import type { spaceAttribution } from '../../inputs.ts';
import { chathamRules } from '../attribution-tables.ts';
import { appendRule } from './append-rule.ts';

/**
 * Whether threads that begin in a space from now on begin under the Chatham House Rule, kept by who says so. Threads that
 * are there keep what they have. Saying it twice changes nothing. For who moderates the space.
 */
export async function holdSpaceRule(
  actor: Actor,
  { spaceId, held, reason }: v.InferOutput<typeof spaceAttribution> & { spaceId: string }
): Promise<void> {
  const member = mustBeSignedIn(actor);
  const space = await readSpace(actor, { id: spaceId });
  if (!mayModerate(actor, space)) throw new Refusal('not-allowed');
  const now = new Date();
  const open = and(
    eq(chathamRules.spaceId, spaceId),
    isNull(chathamRules.threadId),
    isNull(chathamRules.endedAt)
  );
  await atomic(async (tx) => {
    const [rule] = await tx.select({ id: chathamRules.id }).from(chathamRules).where(open);
    if (held === (rule !== undefined)) return;
    const id = rule
      ? rule.id
      : await appendRule(tx, {
          spaceId,
          threadId: null,
          keeperId: member.personId,
          keeperName: member.name,
          startedBy: member.personId,
          startedByName: member.name,
          startedAt: now
        });
    if (rule)
      await tx
        .update(chathamRules)
        .set({ endedAt: now, endedBy: member.personId, endedByName: member.name, endReason: reason })
        .where(open);
    await appendEntry(tx, {
      action: held ? attributionEvents.sealed : attributionEvents.lifted,
      actor: { ...member, capacity: 'personal', organisationId: null },
      object: { kind: 'chatham-rule', id },
      spaceId
    });
  });
  announce({ name: attributionEvents[held ? 'sealed' : 'lifted'], rooms: [], payload: { spaceId } });
}
