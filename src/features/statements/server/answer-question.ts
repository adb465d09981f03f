import { and, desc, eq } from 'drizzle-orm';
import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { currentTurn } from '#features/floor/server/read-turns.ts';
import type { Actor } from '#features/people/people.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import { appendAnswer } from '#features/questions/server/append-answer.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import { statements } from './tables.ts';

/**
 * The chair says that a question was answered now: by a statement, named by its number or else the last that says it answers it; else by
 * who has the floor; or in the chair's own words. Refuses invalid `statement-unknown`.
 */
export function answerQuestion(
  actor: Actor,
  input: { session: string; question: string; statement?: number; text?: string; lang?: string },
  at = new Date()
): Promise<void> {
  return changeSession(actor, input.session, at, { led: true }, async (change) => {
    const { tx, session, member } = change;
    const said = await readAnswering(tx, session.id, input.question, input.statement);
    if (input.statement && !said) throw new Refusal('invalid', 'statement-unknown', 'statement');
    const turn = said ? undefined : await currentTurn(tx, session.id);
    const row = await appendAnswer(change, input.question, {
      act: said ? actOf(said) : turn ? actOf(turn) : null,
      statement: said?.number ?? null,
      text: input.text ?? null,
      lang: input.lang ?? session.lang
    });
    if (!row) return;
    await appendEntry(tx, {
      action: 'question.answered',
      actor: inPerson(member),
      object: { kind: 'question', id: row.id },
      spaceId: session.spaceId,
      ...(input.text ? { text: input.text } : {}),
      detail: { session: session.id, statement: said?.number ?? null },
      at
    });
  });
}

async function readAnswering(tx: Tx, sessionId: string, questionId: string, number?: number) {
  const [said] = await tx
    .select()
    .from(statements)
    .where(
      and(
        eq(statements.sessionId, sessionId),
        number ? eq(statements.number, number) : eq(statements.questionId, questionId)
      )
    )
    .orderBy(desc(statements.number))
    .limit(1);
  return said;
}
