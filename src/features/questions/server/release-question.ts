import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { Refusal } from '#lib/refusal.ts';
import { votesKey } from '../questions.ts';
import { findQuestion, nextNumber, writeQuestion } from './find-question.ts';

/** The chair lets a held question out, or shows again one that was taken away: it gets its number now. Twice is once. */
export function releaseQuestion(
  actor: Actor,
  input: { session: string; question: string },
  at = new Date()
): Promise<void> {
  return changeSession(actor, input.session, at, { led: true }, async (change) => {
    const row = await findQuestion(change, input.question);
    if (row.mergedIntoId) throw new Refusal('conflict', 'question-united');
    if (row.number !== null && !row.hiddenAt) return;
    // Taken back by its asker: nobody else puts it out.
    if (row.hiddenAt && row.hiddenByPersonId === row.personId) throw new Refusal('not-found');
    await writeQuestion(change, row.id, {
      number: row.number ?? (await nextNumber(change)),
      releasedAt: at,
      hiddenAt: null,
      hiddenByPersonId: null,
      hiddenReason: null
    });
    change.changed(votesKey);
    await appendEntry(change.tx, {
      action: 'question.released',
      actor: inPerson(change.member),
      object: { kind: 'question', id: row.id },
      spaceId: change.session.spaceId,
      detail: { session: change.session.id },
      at
    });
  });
}
