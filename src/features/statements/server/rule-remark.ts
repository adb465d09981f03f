import { and, eq } from 'drizzle-orm';
import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import type { Change } from '#features/sessions/server/list-parts.ts';
import { Refusal } from '#lib/refusal.ts';
import { remarksKey } from '../remarks.ts';
import { deltaOf } from './remarks-part.ts';
import { sessionRemarks, type RemarkRow } from './remark-tables.ts';

interface RemarkChoice {
  session: string;
  remark: string;
}

/** The chair takes a remark away: nobody sees it any more, and it cannot be cited. Twice is once. */
export const hideRemark = (actor: Actor, input: RemarkChoice, at = new Date()): Promise<void> =>
  rule(actor, input, at, 'remark.hidden', ({ hiddenAt }, personId) =>
    hiddenAt ? null : { hiddenAt: at, hiddenByPersonId: personId, citedAt: null, citedByPersonId: null }
  );

/** The chair cites a remark: it will stand in the record, as the only ones of the chat. Twice is once. */
export const citeRemark = (actor: Actor, input: RemarkChoice, at = new Date()): Promise<void> =>
  rule(actor, input, at, 'remark.cited', ({ hiddenAt, citedAt }, personId) => {
    if (hiddenAt) throw new Refusal('not-found');
    return citedAt ? null : { citedAt: at, citedByPersonId: personId };
  });

function rule(
  actor: Actor,
  { session: id, remark }: RemarkChoice,
  at: Date,
  action: string,
  decide: (row: RemarkRow, personId: string) => Partial<RemarkRow> | null
): Promise<void> {
  return changeSession(actor, id, at, { led: true, live: true }, async (change: Change) => {
    const { tx, member, session, seq } = change;
    const [row] = await tx
      .select()
      .from(sessionRemarks)
      .where(and(eq(sessionRemarks.id, remark), eq(sessionRemarks.sessionId, id)));
    if (!row) throw new Refusal('not-found');
    const columns = decide(row, member.personId);
    if (!columns) return;
    const [ruled] = await tx
      .update(sessionRemarks)
      .set({ ...columns, seq })
      .where(eq(sessionRemarks.id, row.id))
      .returning();
    change.added(remarksKey, deltaOf(ruled));
    await appendEntry(tx, {
      action,
      actor: inPerson(member),
      object: { kind: 'remark', id: row.id },
      spaceId: session.spaceId,
      detail: { session: id },
      at
    });
  });
}
