import { and, eq, isNull } from 'drizzle-orm';
import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { events, type dismissal, type ModerationEvent } from '../moderation.ts';
import { appendAct, eventOf } from './append-act.ts';
import { findCase } from './find-case.ts';
import { flags } from './tables.ts';

/** Leaves a flagged post as it is: every open flag on it is settled. Refuses conflict `already-decided`. */
export async function dismissFlags(
  actor: Actor,
  { threadId, id, reason }: v.InferOutput<typeof dismissal>
): Promise<void> {
  const { member, role, space, subjectId } = await findCase(actor, { threadId, id });
  const act = await atomic(async (tx) => {
    const open = await tx
      .update(flags)
      .set({ settledAt: new Date() })
      .where(and(eq(flags.postId, id), isNull(flags.settledAt)))
      .returning({ id: flags.id });
    if (open.length === 0) throw new Refusal('conflict', 'already-decided');
    const about = { spaceId: space.id, threadId, postId: id, subjectId, reason };
    return appendAct(tx, member, events.dismissed, { kind: 'dismissed', role, ...about });
  });
  announce<ModerationEvent>({ name: events.dismissed, rooms: [], payload: eventOf(act) });
}
