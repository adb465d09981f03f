import { newId } from '#lib/id.ts';
import type { Tx } from '#lib/server/db.ts';
import type { LetterKind } from '../registration.ts';
import { sessionLetters } from './tables.ts';

/**
 * Makes letters due within the transaction that gives reason for them, so that both are there or neither. The same letter (kind and
 * number) to the same person is one, however often it is asked for; without a number there is one a minute.
 */
export async function queueLetters(
  tx: Tx,
  sessionId: string,
  personIds: string[],
  kind: LetterKind,
  at: Date,
  number = Math.floor(at.getTime() / 60_000)
): Promise<void> {
  const letter = { sessionId, kind, number, queuedAt: at, dueAt: at, attempts: 0 };
  for (let first = 0; first < personIds.length; first += 100)
    await tx
      .insert(sessionLetters)
      .values(personIds.slice(first, first + 100).map((personId) => ({ id: newId(), personId, ...letter })))
      .onConflictDoNothing();
}
