import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import type { RoomPart, SessionRow } from '#features/sessions/server/list-parts.ts';
import { mayLead } from '#features/sessions/server/may.ts';
import { readItemNumbers } from '#features/sessions/server/read-agenda.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { newId } from '#lib/id.ts';
import type { Tx } from '#lib/server/db.ts';
import {
  questionsKey,
  votesKey,
  type OwnQuestions,
  type QuestionsChapter,
  type QuestionsDelta,
  type QuestionsState,
  type VoteCount
} from '../questions.ts';
import { appendThreads } from './append-threads.ts';
import {
  countVotes,
  countWaiting,
  isSeen,
  listHeld,
  listUnited,
  listVoted,
  readQuestions,
  readRules
} from './read-questions.ts';
import { sessionQuestions } from './tables.ts';

const counted = async (from: Tx, { id }: SessionRow) => ({
  rules: await readRules(from, id),
  waiting: await countWaiting(from, id)
});

/** What is asked; it grows. Who does not lead sees of what is held only their own. */
export const questionsPart: RoomPart<QuestionsState, QuestionsDelta, OwnQuestions | null> = {
  key: questionsKey,
  read: async (from, session) => ({
    ...(await counted(from, session)),
    questions: (await readQuestions(from, session.id)).seen
  }),
  missed: async (from, session, since) => {
    const { seen, gone } = await readQuestions(from, session.id, since);
    return [
      await counted(from, session),
      ...seen.map((set) => ({ set })),
      ...gone.map((id) => ({ gone: id }))
    ];
  },
  own: async (from, session, actor) => {
    if (actor.kind !== 'member') return null;
    const space = await readSpace(actor, { id: session.spaceId }, from);
    return {
      nextId: newId(),
      voted: await listVoted(from, session.id, actor.personId),
      held: await listHeld(from, session.id, actor.personId, mayLead(actor, space, session))
    };
  },
  closing: appendThreads,
  chapter
};

/** Votes travel apart, and are written with the questions. */
export const votesPart: RoomPart<VoteCount[]> = {
  key: votesKey,
  counted: true,
  read: (from, { id }) => countVotes(from, id)
};

async function chapter(from: Tx, { id }: SessionRow): Promise<Record<string, unknown>> {
  const rows = await from
    .select()
    .from(sessionQuestions)
    .where(
      and(
        eq(sessionQuestions.sessionId, id),
        isNotNull(sessionQuestions.number),
        isNull(sessionQuestions.hiddenAt)
      )
    )
    .orderBy(asc(sessionQuestions.number));
  const seen = rows.filter(isSeen);
  if (seen.length === 0) return {};
  const items = await readItemNumbers(from, id);
  const votes = new Map((await countVotes(from, id)).map(({ key, votes }) => [key, votes]));
  const united = await listUnited(from, id);
  const written: Required<QuestionsChapter> = {
    questions: seen.map((row) => ({
      id: row.id,
      number: row.number!,
      item: items.get(row.itemId ?? '') ?? null,
      act: actOf(row),
      lang: row.lang,
      dir: row.dir,
      body: row.body,
      at: row.askedAt.toISOString(),
      votes: votes.get(row.id) ?? 0,
      united: united
        .filter(({ mergedIntoId }) => mergedIntoId === row.id)
        .map((other) => ({
          number: other.number,
          act: actOf(other),
          lang: other.lang,
          dir: other.dir,
          body: other.body,
          at: other.askedAt.toISOString()
        })),
      answer: row.answer,
      thread: row.threadId ? `/threads/${row.threadId}` : null
    }))
  };
  return { ...written };
}
