import { and, asc, eq, isNotNull, isNull } from 'drizzle-orm';
import { appendThread, type AppendedThread } from '#features/forum/server/append-thread.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import type { Change } from '#features/sessions/server/list-parts.ts';
import { newId } from '#lib/id.ts';
import { remember } from '#lib/server/remember.ts';
import { titleOf } from '../questions.ts';
import { writeQuestion } from './find-question.ts';
import { sessionQuestions } from './tables.ts';

/** What a closing session started, until it is announced after the commit. */
const started = remember('question-threads', () => new Map<string, AppendedThread[]>());

/**
 * Open questions of a session that closes become threads of its forum, in the words and under the name of who asked, as they were then.
 * What was said to members stays with them: where guests read the forum but not the session, open questions stay in its record. Nothing
 * is started in an archived forum.
 */
export async function appendThreads(change: Change): Promise<void> {
  const { tx, session, space, at } = change;
  started.delete(session.id);
  if (space.archivedAt || (session.audience === 'members' && space.visibility === 'public')) return;
  const open = await tx
    .select()
    .from(sessionQuestions)
    .where(
      and(
        eq(sessionQuestions.sessionId, session.id),
        isNotNull(sessionQuestions.number),
        isNull(sessionQuestions.hiddenAt),
        isNull(sessionQuestions.mergedIntoId),
        isNull(sessionQuestions.answeredAt)
      )
    )
    .orderBy(asc(sessionQuestions.number));
  const threads: AppendedThread[] = [];
  for (const row of open) {
    const place = `/sessions/${session.id}#question-${row.number}`;
    const thread = await appendThread(
      tx,
      actOf(row),
      {
        spaceId: session.spaceId,
        postId: newId(),
        purpose: 'question',
        title: titleOf(row.body),
        body: `${row.body}\n\n[${session.title.replace(/[\\[\]]/g, '\\$&')}](${place})`,
        lang: row.lang,
        capacity: row.organisationId ?? 'personal',
        attachments: []
      },
      at
    );
    threads.push(thread);
    await writeQuestion(change, row.id, { threadId: thread.thread.id });
  }
  if (threads.length > 0) started.set(session.id, threads);
}

/** The threads that a closed session started: once, for who announces them. */
export function takeThreads(sessionId: string): AppendedThread[] {
  const threads = started.get(sessionId) ?? [];
  started.delete(sessionId);
  return threads;
}
