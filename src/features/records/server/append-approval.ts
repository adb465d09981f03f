import { eq } from 'drizzle-orm';
import type { Act } from '#features/people/people.ts';
import type { ClockChange } from '#features/sessions/server/change-session.ts';
import { sessionApprovals } from './tables.ts';

/** Approves the minutes: written before the edition that says so. `by` null: nobody objected until the deadline. */
export async function appendApproval(
  { tx, session, seq }: ClockChange,
  { by, at, early = null }: { by: Act | null; at: Date; early?: string | null }
): Promise<void> {
  await tx
    .update(sessionApprovals)
    .set({ approvedAt: at, approvedBy: by, early, approvedSeq: seq })
    .where(eq(sessionApprovals.sessionId, session.id));
}
