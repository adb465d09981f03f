import { eq, sql } from 'drizzle-orm';
import { appendAttendance } from '#features/attendance/server/append-attendance.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { mayContribute, refusalOf } from '#features/spaces/server/may.ts';
import { dirOf, langOf } from '#lib/dir.ts';
import { Refusal } from '#lib/refusal.ts';
import { limit } from '#lib/server/limits.ts';
import { remarkLimits, remarksKey } from '../remarks.ts';
import { deltaOf } from './remarks-part.ts';
import { sessionRemarks } from './remark-tables.ts';

/** Writes a line into the chat of a live session. The id is made by the writer: sending twice is once. Observers read it. */
export function postRemark(
  actor: Actor,
  input: { session: string; id: string; body: string; lang: string; capacity: string },
  at = new Date()
): Promise<void> {
  return changeSession(actor, input.session, at, { live: true }, async (change) => {
    const { tx, member, session, space, seq } = change;
    const [sent] = await tx.select().from(sessionRemarks).where(eq(sessionRemarks.id, input.id));
    if (sent && (sent.personId !== member.personId || sent.sessionId !== session.id))
      throw new Refusal('conflict');
    if (sent) return;
    if (!mayContribute(actor, space)) throw refusalOf(space, 'observer-remarks');
    await limit('remark', member.personId, remarkLimits.perMinute, 60);
    const act = await readAct(actor, input.capacity, 'speak', tx);
    await appendAttendance(change, act);
    const [{ last }] = await tx
      .select({ last: sql<number>`coalesce(max(${sessionRemarks.number}), 0)` })
      .from(sessionRemarks)
      .where(eq(sessionRemarks.sessionId, session.id));
    const [row] = await tx
      .insert(sessionRemarks)
      .values({
        id: input.id,
        sessionId: session.id,
        number: Number(last) + 1,
        body: input.body,
        lang: langOf(input.body, input.lang),
        dir: dirOf(input.body),
        ...act,
        seq,
        postedAt: at
      })
      .returning();
    change.added(remarksKey, deltaOf(row));
    await appendEntry(tx, {
      action: 'remark.posted',
      actor: act,
      object: { kind: 'remark', id: row.id },
      spaceId: session.spaceId,
      text: row.body,
      detail: { session: session.id },
      at
    });
  });
}
