import { eq } from 'drizzle-orm';
import { db } from '#lib/server/db.ts';
import { limits } from '../since.ts';
import { visits } from './mail-tables.ts';

/** When someone was last here before this visit; null: never. Whether or not this visit was noted already. */
export async function readLeft(personId: string, now = new Date()): Promise<Date | null> {
  const [visit] = await db.select().from(visits).where(eq(visits.personId, personId));
  if (!visit) return null;
  const ended = visit.seenAt.getTime() < now.getTime() - limits.visitMinutes * 60_000;
  return ended ? visit.seenAt : visit.leftAt;
}
