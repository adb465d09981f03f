import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { findQuestion, writeQuestion } from './find-question.ts';

/** The chair says that a question was not answered after all: it stands among the open ones again. */
export function reopenQuestion(
  actor: Actor,
  input: { session: string; question: string },
  at = new Date()
): Promise<void> {
  return changeSession(actor, input.session, at, { led: true }, async (change) => {
    const row = await findQuestion(change, input.question);
    if (!row.answeredAt) return;
    await writeQuestion(change, row.id, { answeredAt: null, answeredByPersonId: null, answer: null });
    await appendEntry(change.tx, {
      action: 'question.reopened',
      actor: inPerson(change.member),
      object: { kind: 'question', id: row.id },
      spaceId: change.session.spaceId,
      detail: { session: change.session.id },
      at
    });
  });
}
