import { and, asc, eq, isNotNull } from 'drizzle-orm';
import type { Tx } from '#lib/server/db.ts';
import { speakerTurns } from './tables.ts';

/** The turns that were taken, in their order. */
export const listTurns = (from: Tx, sessionId: string): Promise<(typeof speakerTurns.$inferSelect)[]> =>
  from
    .select()
    .from(speakerTurns)
    .where(and(eq(speakerTurns.sessionId, sessionId), isNotNull(speakerTurns.startedAt)))
    .orderBy(asc(speakerTurns.startedAt), asc(speakerTurns.id));
