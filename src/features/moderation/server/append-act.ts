import { and, eq, isNull } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Member } from '#features/people/people.ts';
import { newId } from '#lib/id.ts';
import type { Tx } from '#lib/server/db.ts';
import type { ActKind, Category, ModerationEvent, Role } from '../moderation.ts';
import { flags, moderationActs } from './tables.ts';

export type ActRow = typeof moderationActs.$inferSelect;

interface NewAct {
  kind: ActKind;
  role: Role;
  spaceId?: string | null;
  threadId?: string | null;
  postId?: string | null;
  subjectId?: string | null;
  category?: Category | null;
  reason?: string | null;
  until?: Date | null;
  seconds?: number | null;
  id?: string;
}

/**
 * Writes what was decided, by whom and why, into the acts and into the record, as the last statements of the transaction
 * that does it; the flags on the post are settled by it. The record has no words: those stay in the act.
 */
export async function appendAct(tx: Tx, by: Member, action: string, act: NewAct): Promise<ActRow> {
  const createdAt = new Date();
  const [row] = await tx
    .insert(moderationActs)
    .values({
      spaceId: null,
      threadId: null,
      postId: null,
      subjectId: null,
      category: null,
      reason: null,
      until: null,
      seconds: null,
      ...act,
      id: act.id ?? newId(),
      personId: by.personId,
      createdAt
    })
    .returning();
  if (row.postId && row.kind !== 'restored')
    await tx
      .update(flags)
      .set({ settledAt: createdAt, actId: row.id })
      .where(and(eq(flags.postId, row.postId), isNull(flags.settledAt)));
  await appendEntry(tx, {
    action,
    actor: { personId: by.personId, capacity: 'personal', organisationId: null, country: by.country },
    object: { kind: 'moderation-act', id: row.id },
    threadId: row.threadId,
    spaceId: row.spaceId,
    detail: {
      role: row.role,
      ...(row.postId ? { postId: row.postId } : {}),
      ...(row.category ? { category: row.category } : {}),
      ...(row.until ? { until: row.until.toISOString() } : {}),
      ...(row.seconds === null ? {} : { seconds: row.seconds })
    },
    at: createdAt
  });
  return row;
}

export const eventOf = (row: ActRow): ModerationEvent => ({
  actId: row.id,
  spaceId: row.spaceId,
  threadId: row.threadId,
  postId: row.postId,
  subjectId: row.subjectId
});
