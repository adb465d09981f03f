import { announceThreadStarted } from '#features/forum/server/announce-change.ts';
import { takeThreads } from '#features/questions/server/append-threads.ts';
import { listen } from '#lib/server/announce.ts';

/** Tells, once a session is closed, of the threads that its open questions became. */
export const tellQuestionThreads = (): void =>
  listen('question-threads', ({ name, payload }) => {
    if (name !== 'session.closed') return;
    for (const thread of takeThreads((payload as { id: string }).id)) announceThreadStarted(thread);
  });
