import { eq } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { Refusal } from '#lib/refusal.ts';
import { canonicalJson } from '#lib/server/canonical-json.ts';
import type { RevisedOutcome } from '../inputs.ts';
import { outcomesKey } from '../outcomes.ts';
import { mustRecord } from './must-record.ts';
import { readOutcome } from './read-outcomes.ts';
import { readWords } from './read-words.ts';
import { sessionOutcomeRevisions, sessionOutcomes } from './tables.ts';

/**
 * Says an outcome in other words while the session is live; what it said before stays beside it. Of two who revise at once the second
 * is refused (`outcome-changed`) and keeps what they typed.
 */
export async function reviseOutcome(actor: Actor, input: RevisedOutcome, at = new Date()): Promise<void> {
  await changeSession(actor, input.session, at, { live: true }, async (change) => {
    const { tx, session, seq } = change;
    await mustRecord(change, actor);
    const before = await readOutcome(tx, session.id, input.id);
    if (!before) throw new Refusal('not-found');
    if (before.withdrawnAt || before.earlier.length !== input.seen)
      throw new Refusal('conflict', 'outcome-changed');
    const act = await readAct(actor, input.capacity, 'speak', tx);
    const words = await readWords(tx, session, before.kind, input);
    const { text, lang, dir, who, by: byDay } = before;
    if (canonicalJson(words) === canonicalJson({ text, lang, dir, who, byDay })) return;
    await tx.insert(sessionOutcomeRevisions).values({
      outcomeId: before.id,
      number: before.earlier.length + 1,
      text,
      lang,
      dir,
      who,
      byDay,
      revisedBy: act,
      endedAt: at
    });
    await tx
      .update(sessionOutcomes)
      .set({ ...words, seq })
      .where(eq(sessionOutcomes.id, before.id));
    change.added(outcomesKey, (await readOutcome(tx, session.id, before.id))!);
    await appendEntry(tx, {
      action: 'outcome.revised',
      actor: act,
      object: { kind: 'outcome', id: before.id },
      spaceId: session.spaceId,
      text: words.text,
      detail: { session: session.id, revision: before.earlier.length + 1 },
      at
    });
  });
}
