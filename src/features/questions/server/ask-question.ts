import { and, count, eq, isNull } from 'drizzle-orm';
import { appendAttendance } from '#features/attendance/server/append-attendance.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import type { Change } from '#features/sessions/server/list-parts.ts';
import { mayLead } from '#features/sessions/server/may.ts';
import { currentItem } from '#features/sessions/server/read-agenda.ts';
import { mayContribute, refusalOf } from '#features/spaces/server/may.ts';
import { dirOf, langOf } from '#lib/dir.ts';
import { Refusal } from '#lib/refusal.ts';
import { limit } from '#lib/server/limits.ts';
import type { NewQuestion } from '../inputs.ts';
import { limits, votesKey } from '../questions.ts';
import { nextNumber, tellQuestion } from './find-question.ts';
import { readRules } from './read-questions.ts';
import { sessionQuestions, sessionQuestionVotes } from './tables.ts';

/**
 * Asks a question, before the session or while it is live, under the open item. Where the chair moderates before, it waits and only the
 * chair and the asker see it. The asker's is its first vote. The id is made by the asker: asking twice is once.
 * Refuses conflict `questions-closed`, `questions-full`.
 */
export function askQuestion(actor: Actor, input: NewQuestion, at = new Date()): Promise<{ held: boolean }> {
  return changeSession(actor, input.session, at, {}, async (change) => {
    const { tx, member, session, space, seq } = change;
    const [sent] = await tx.select().from(sessionQuestions).where(eq(sessionQuestions.id, input.id));
    if (sent && (sent.personId !== member.personId || sent.sessionId !== session.id))
      throw new Refusal('conflict');
    if (sent) return { held: sent.number === null };
    if (!mayContribute(actor, space)) throw refusalOf(space, 'observer-asks');
    const rules = await readRules(tx, session.id);
    const leads = mayLead(actor, space, session);
    if (!rules.open && !leads) throw new Refusal('conflict', 'questions-closed');
    await mustHavePlace(change);
    await limit('question', member.personId, limits.perPerson, 600);
    const act = await readAct(actor, input.capacity, 'speak', tx);
    if (session.openedAt) await appendAttendance(change, act);
    const item = await currentItem(tx, session.id);
    const held = rules.moderation === 'before' && !leads;
    const [row] = await tx
      .insert(sessionQuestions)
      .values({
        id: input.id,
        sessionId: session.id,
        itemId: item?.id ?? null,
        number: held ? null : await nextNumber(change),
        body: input.body,
        lang: langOf(input.body, input.lang),
        dir: dirOf(input.body),
        ...act,
        seq,
        askedAt: at,
        heldAt: held ? at : null
      })
      .returning();
    await tx
      .insert(sessionQuestionVotes)
      .values({ questionId: row.id, personId: member.personId, votedAt: at });
    await tellQuestion(change, row);
    if (!held) change.changed(votesKey);
    await appendEntry(tx, {
      action: 'question.asked',
      actor: act,
      object: { kind: 'question', id: row.id },
      spaceId: session.spaceId,
      text: row.body,
      detail: { session: session.id, held },
      at
    });
    return { held };
  });
}

async function mustHavePlace({ tx, session }: Change): Promise<void> {
  const [{ open }] = await tx
    .select({ open: count() })
    .from(sessionQuestions)
    .where(
      and(
        eq(sessionQuestions.sessionId, session.id),
        isNull(sessionQuestions.answeredAt),
        isNull(sessionQuestions.hiddenAt),
        isNull(sessionQuestions.mergedIntoId)
      )
    );
  if (Number(open) >= limits.open) throw new Refusal('conflict', 'questions-full');
}
