import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import { speakerTurns } from './tables.ts';

export type Turn = typeof speakerTurns.$inferSelect;

/** The turn that has the floor now. */
export async function currentTurn(tx: Tx, sessionId: string): Promise<Turn | undefined> {
  const [turn] = await tx
    .select()
    .from(speakerTurns)
    .where(
      and(
        eq(speakerTurns.sessionId, sessionId),
        isNotNull(speakerTurns.startedAt),
        isNull(speakerTurns.endedAt)
      )
    );
  return turn;
}

/** A turn of this session; one of another session is not found. */
export async function readTurn(tx: Tx, sessionId: string, id: string): Promise<Turn> {
  const [turn] = await tx
    .select()
    .from(speakerTurns)
    .where(and(eq(speakerTurns.sessionId, sessionId), eq(speakerTurns.id, id)));
  if (!turn) throw new Refusal('not-found');
  return turn;
}
