import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { questionsKey, type QuestionRules } from '../questions.ts';
import { readRules } from './read-questions.ts';
import { sessionQuestionRules } from './tables.ts';

/** The chair says whether questions are taken, whether they wait for the chair first, and in which order they stand. */
export function setQuestionRules(
  actor: Actor,
  { session: id, ...rules }: QuestionRules & { session: string },
  at = new Date()
): Promise<void> {
  return changeSession(actor, id, at, { led: true }, async (change) => {
    const { tx, member, session } = change;
    const before = await readRules(tx, id);
    if (before.moderation === rules.moderation && before.order === rules.order && before.open === rules.open)
      return;
    const row = { ...rules, changedAt: at, changedByPersonId: member.personId };
    await tx
      .insert(sessionQuestionRules)
      .values({ sessionId: id, ...row })
      .onConflictDoUpdate({ target: sessionQuestionRules.sessionId, set: row });
    change.added(questionsKey, { rules });
    await appendEntry(tx, {
      action: 'questions.ruled',
      actor: inPerson(member),
      object: { kind: 'session', id },
      spaceId: session.spaceId,
      detail: { ...rules },
      at
    });
  });
}
