import { and, eq, sql } from 'drizzle-orm';
import { appendAttendance } from '#features/attendance/server/append-attendance.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { currentItem, readItemNumbers } from '#features/sessions/server/read-agenda.ts';
import { Refusal } from '#lib/refusal.ts';
import type { NewOutcome } from '../inputs.ts';
import { limits, outcomesKey } from '../outcomes.ts';
import { mustRecord } from './must-record.ts';
import { readOutcome } from './read-outcomes.ts';
import { readWords } from './read-words.ts';
import { sessionOutcomes } from './tables.ts';

/**
 * Records what the session decided, who is to do what by when, or what it recommends, under the item that is open or the one that was
 * chosen. The same id sent twice by the same person is recorded once. Refuses `not-the-rapporteur`, and what `readWords` refuses.
 */
export async function recordOutcome(
  actor: Actor,
  input: NewOutcome,
  at = new Date()
): Promise<{ number: number }> {
  return changeSession(actor, input.session, at, { live: true }, async (change) => {
    const { tx, member, session, seq } = change;
    await mustRecord(change, actor);
    const [sent] = await tx.select().from(sessionOutcomes).where(eq(sessionOutcomes.id, input.id));
    if (sent && (sent.personId !== member.personId || sent.sessionId !== session.id))
      throw new Refusal('conflict');
    if (sent) return { number: sent.number };

    const act = await readAct(actor, input.capacity, 'speak', tx);
    await appendAttendance(change, act);
    if (input.item && !(await readItemNumbers(tx, session.id)).has(input.item))
      throw new Refusal('not-found');
    const itemId = input.item ?? (await currentItem(tx, session.id))?.id ?? null;
    const [{ all }] = await tx
      .select({ all: sql<number>`count(*)` })
      .from(sessionOutcomes)
      .where(eq(sessionOutcomes.sessionId, session.id));
    if (Number(all) >= limits.outcomes) throw new Refusal('conflict', 'too-many-outcomes');
    const [{ last }] = await tx
      .select({ last: sql<number>`coalesce(max(${sessionOutcomes.number}), 0)` })
      .from(sessionOutcomes)
      .where(and(eq(sessionOutcomes.sessionId, session.id), eq(sessionOutcomes.kind, input.kind)));
    const number = Number(last) + 1;
    const words = await readWords(tx, session, input.kind, input);
    await tx.insert(sessionOutcomes).values({
      id: input.id,
      sessionId: session.id,
      itemId,
      kind: input.kind,
      number,
      ...words,
      ...act,
      seq,
      createdAt: at
    });
    change.added(outcomesKey, (await readOutcome(tx, session.id, input.id))!);
    await appendEntry(tx, {
      action: 'outcome.recorded',
      actor: act,
      object: { kind: 'outcome', id: input.id },
      spaceId: session.spaceId,
      text: words.text,
      detail: { session: session.id, kind: input.kind, number },
      at
    });
    return { number };
  });
}
