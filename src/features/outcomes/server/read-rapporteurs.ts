import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Act } from '#features/people/people.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import type { Tx } from '#lib/server/db.ts';
import { sessionRapporteurs } from './tables.ts';

const standing = (sessionId: string) =>
  and(eq(sessionRapporteurs.sessionId, sessionId), isNull(sessionRapporteurs.endedAt));

/** Who writes the minutes now, in the order in which they were named. */
export async function readRapporteurs(from: Tx, sessionId: string): Promise<Act[]> {
  const rows = await from
    .select()
    .from(sessionRapporteurs)
    .where(standing(sessionId))
    .orderBy(asc(sessionRapporteurs.namedAt), asc(sessionRapporteurs.id));
  return rows.map(actOf);
}

export async function isRapporteur(from: Tx, sessionId: string, personId: string): Promise<boolean> {
  const [row] = await from
    .select({ id: sessionRapporteurs.id })
    .from(sessionRapporteurs)
    .where(and(standing(sessionId), eq(sessionRapporteurs.personId, personId)));
  return row !== undefined;
}

/** Everyone who ever was a rapporteur of the session, each once, in the order in which they were first named. */
export async function listNamed(from: Tx, sessionId: string): Promise<Act[]> {
  const rows = await from
    .select()
    .from(sessionRapporteurs)
    .where(eq(sessionRapporteurs.sessionId, sessionId))
    .orderBy(asc(sessionRapporteurs.namedAt), asc(sessionRapporteurs.id));
  return [...new Map(rows.map((row): [string, Act] => [row.personId, actOf(row)])).values()];
}
