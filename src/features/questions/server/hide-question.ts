import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { mayLead } from '#features/sessions/server/may.ts';
import { Refusal } from '#lib/refusal.ts';
import { votesKey } from '../questions.ts';
import { findQuestion, writeQuestion } from './find-question.ts';

/**
 * The chair takes a question away, with a reason that its asker reads; or the asker takes back their own. An answered one stays: it was
 * dealt with in the open. Refuses conflict `question-answered`, `question-united`.
 */
export function hideQuestion(
  actor: Actor,
  input: { session: string; question: string; reason?: string },
  at = new Date()
): Promise<void> {
  return changeSession(actor, input.session, at, {}, async (change) => {
    const { member, session, space } = change;
    const row = await findQuestion(change, input.question);
    const own = row.personId === member.personId;
    const leads = mayLead(actor, space, session);
    if (!own && !leads)
      throw row.number === null || row.hiddenAt
        ? new Refusal('not-found')
        : new Refusal('not-allowed', 'not-the-chair');
    if (row.mergedIntoId) throw new Refusal('conflict', 'question-united');
    if (row.answeredAt) throw new Refusal('conflict', 'question-answered');
    if (row.hiddenAt) return;
    await writeQuestion(change, row.id, {
      hiddenAt: at,
      hiddenByPersonId: member.personId,
      hiddenReason: own ? null : (input.reason ?? null)
    });
    change.changed(votesKey);
    await appendEntry(change.tx, {
      action: own ? 'question.withdrawn' : 'question.hidden',
      actor: inPerson(member),
      object: { kind: 'question', id: row.id },
      spaceId: session.spaceId,
      detail: { session: session.id },
      at
    });
  });
}
