import { and, eq, isNull } from 'drizzle-orm';
import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import { votesKey } from '../questions.ts';
import { findQuestion, tellQuestion, writeQuestion } from './find-question.ts';
import { isSeen } from './read-questions.ts';
import { sessionQuestions, sessionQuestionVotes } from './tables.ts';

/**
 * The chair unites a question with one that asks the same: it stands there as asked too, and the votes are united, each person's once.
 * What was united with it before follows. Refuses conflict `question-united` when another window did so first, `question-answered`.
 */
export function mergeQuestions(
  actor: Actor,
  input: { session: string; question: string; into: string },
  at = new Date()
): Promise<void> {
  return changeSession(actor, input.session, at, { led: true }, async (change) => {
    const { tx, member, session } = change;
    const [row, into] = [await findQuestion(change, input.question), await findQuestion(change, input.into)];
    if (row.mergedIntoId === into.id) return;
    if (row.id === into.id || row.mergedIntoId || into.mergedIntoId)
      throw new Refusal('conflict', 'question-united');
    if (row.hiddenAt || !isSeen(into)) throw new Refusal('not-found');
    if (row.answeredAt) throw new Refusal('conflict', 'question-answered');
    await tx
      .update(sessionQuestions)
      .set({ mergedIntoId: into.id })
      .where(eq(sessionQuestions.mergedIntoId, row.id));
    await uniteVotes(tx, row.id, into.id);
    await writeQuestion(change, row.id, { mergedIntoId: into.id, mergedAt: at });
    await tellQuestion(change, await touch(tx, into.id, change.seq));
    change.changed(votesKey);
    await appendEntry(tx, {
      action: 'question.united',
      actor: inPerson(member),
      object: { kind: 'question', id: row.id },
      spaceId: session.spaceId,
      detail: { session: session.id, into: into.id },
      at
    });
  });
}

async function touch(tx: Tx, id: string, seq: number) {
  const [row] = await tx.update(sessionQuestions).set({ seq }).where(eq(sessionQuestions.id, id)).returning();
  return row;
}

async function uniteVotes(tx: Tx, from: string, into: string): Promise<void> {
  const { questionId, personId, votedAt, withdrawnAt } = sessionQuestionVotes;
  const votes = await tx
    .select({ personId, votedAt })
    .from(sessionQuestionVotes)
    .where(and(eq(questionId, from), isNull(withdrawnAt)));
  // A statement has a bounded number of values on both databases.
  for (let start = 0; start < votes.length; start += 1000)
    await tx
      .insert(sessionQuestionVotes)
      .values(votes.slice(start, start + 1000).map((vote) => ({ ...vote, questionId: into })))
      .onConflictDoUpdate({ target: [questionId, personId], set: { withdrawnAt: null } });
}
