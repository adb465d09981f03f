import { eq, sql } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { db } from '#lib/server/db.ts';
import { remember } from '#lib/server/remember.ts';
import { limits } from '../since.ts';
import { visits } from './mail-tables.ts';

const minute = 60_000;
const gap = limits.visitMinutes * minute;
/** When each was last noted by this process: a minute is as exact as anyone asks, and a page costs no write. */
const noted = remember('visits', () => new Map<string, number>());

/** Notes that someone is here. After half an hour without them it is another visit, and the one before has ended. */
export async function noteVisit(actor: Actor, now = new Date()): Promise<void> {
  if (actor.kind !== 'member') return;
  const { personId } = actor;
  if (now.getTime() - (noted.get(personId) ?? 0) < minute) return;
  if (noted.size > 50_000) noted.clear();
  noted.set(personId, now.getTime());
  const longAgo = new Date(now.getTime() - gap);
  const [before] = await db.select().from(visits).where(eq(visits.personId, personId));
  const leftAt = before && before.seenAt < longAgo ? before.seenAt : (before?.leftAt ?? null);
  await db
    .insert(visits)
    .values({ personId, seenAt: now, leftAt })
    .onConflictDoUpdate({
      target: visits.personId,
      set: { seenAt: sql`excluded.seen_at`, leftAt: sql`excluded.left_at` }
    });
}
