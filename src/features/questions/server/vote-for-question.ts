import type { Actor } from '#features/people/people.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { mayContribute, refusalOf } from '#features/spaces/server/may.ts';
import { Refusal } from '#lib/refusal.ts';
import { and, eq } from 'drizzle-orm';
import { votesKey } from '../questions.ts';
import { findQuestion } from './find-question.ts';
import { isSeen } from './read-questions.ts';
import { sessionQuestionVotes } from './tables.ts';

/**
 * Votes for a question, or takes the vote back: one a person, however often and from however many windows. A vote for a question that was
 * united with another meanwhile counts there. Refuses not-found for what one does not see, conflict `question-answered`.
 */
export function voteForQuestion(
  actor: Actor,
  input: { session: string; question: string; vote: 'on' | 'off' },
  at = new Date()
): Promise<void> {
  return changeSession(actor, input.session, at, {}, async (change) => {
    const { tx, member, space } = change;
    const asked = await findQuestion(change, input.question);
    const row = asked.mergedIntoId ? await findQuestion(change, asked.mergedIntoId) : asked;
    if (!isSeen(row)) throw new Refusal('not-found');
    if (!mayContribute(actor, space)) throw refusalOf(space, 'observer-asks');
    if (row.answeredAt) throw new Refusal('conflict', 'question-answered');
    const { questionId, personId } = sessionQuestionVotes;
    const vote = { questionId: row.id, personId: member.personId, votedAt: at };
    if (input.vote === 'on')
      await tx
        .insert(sessionQuestionVotes)
        .values(vote)
        .onConflictDoUpdate({ target: [questionId, personId], set: { withdrawnAt: null } });
    else
      await tx
        .update(sessionQuestionVotes)
        .set({ withdrawnAt: at })
        .where(and(eq(questionId, row.id), eq(personId, member.personId)));
    change.changed(votesKey);
  });
}
