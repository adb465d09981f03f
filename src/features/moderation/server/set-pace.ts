import { eq } from 'drizzle-orm';
import type * as v from 'valibot';
import { spaceRules, threadPaces } from '#features/forum/server/pace-tables.ts';
import { threads } from '#features/forum/server/tables.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, db } from '#lib/server/db.ts';
import { events, type ModerationEvent, type pace, type spaceRulesInput } from '../moderation.ts';
import { appendAct, eventOf } from './append-act.ts';
import { roleOf } from './may.ts';

/** Slow mode of a thread: so many seconds between two posts of one person; nought ends it. */
export async function slowThread(
  actor: Actor,
  { threadId, seconds, reason }: v.InferOutput<typeof pace>
): Promise<void> {
  const member = mustBeSignedIn(actor);
  const [thread] = await db
    .select({ spaceId: threads.spaceId })
    .from(threads)
    .where(eq(threads.id, threadId));
  if (!thread) throw new Refusal('not-found');
  const { spaceId } = thread;
  const role = roleOf(member, await readSpace(actor, { id: spaceId }));
  if (!role) throw new Refusal('not-allowed');
  const act = await atomic(async (tx) => {
    const row = { seconds, setBy: member.personId, setAt: new Date() };
    await tx
      .insert(threadPaces)
      .values({ threadId, ...row })
      .onConflictDoUpdate({ target: threadPaces.threadId, set: row });
    return appendAct(tx, member, events.slowed, { kind: 'slowed', role, spaceId, threadId, seconds, reason });
  });
  announce<ModerationEvent>({ name: events.slowed, rooms: [], payload: eventOf(act) });
}

/** What a space asks of who writes in it: first posts to approve, seconds between two posts of one person. */
export async function setSpaceRules(
  actor: Actor,
  { spaceId, firstPosts, paceSeconds }: v.InferOutput<typeof spaceRulesInput>
): Promise<void> {
  const member = mustBeSignedIn(actor);
  const role = roleOf(member, await readSpace(actor, { id: spaceId }));
  if (!role) throw new Refusal('not-allowed');
  const act = await atomic(async (tx) => {
    const row = { firstPosts, paceSeconds, setBy: member.personId, setAt: new Date() };
    await tx
      .insert(spaceRules)
      .values({ spaceId, ...row })
      .onConflictDoUpdate({ target: spaceRules.spaceId, set: row });
    return appendAct(tx, member, events.rulesSet, { kind: 'slowed', role, spaceId, seconds: paceSeconds });
  });
  announce<ModerationEvent>({ name: events.rulesSet, rooms: [], payload: eventOf(act) });
}
