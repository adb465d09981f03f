import { and, eq, inArray, sql } from 'drizzle-orm';
import { threads } from '#features/forum/server/tables.ts';
import { readableSpaces } from '#features/spaces/server/read-readable.ts';
import { spaces } from '#features/spaces/server/tables.ts';
import { nameIn, nameLang } from '#lib/names.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import { readReader } from './rights.ts';
import { openStop, type Stop } from './seal.ts';

export interface StopView {
  scope: Stop['scope'];
  /** Of the thread or forum; null when its reader may not read it any more. */
  title: { text: string; lang: string } | null;
}

/** What the link of a mail would stop. Whoever holds the link asks, signed in or not. Refuses not-found. */
export async function readStop(token: string, locale: string): Promise<StopView> {
  const { scope, personId, id } = await mustBeOurs(token);
  if (scope === 'all') return { scope, title: null };
  const [found] = await db
    .select({ space: spaces, subject: threads.subject, lang: threads.lang })
    .from(spaces)
    .leftJoin(threads, scope === 'thread' ? eq(threads.spaceId, spaces.id) : sql`1 = 0`)
    .where(
      and(
        eq(scope === 'thread' ? threads.id : spaces.id, id),
        inArray(spaces.id, readableSpaces(await readReader(personId, db)))
      )
    );
  if (!found) return { scope, title: null };
  const { subject, lang, space } = found;
  const title =
    subject !== null && lang !== null
      ? { text: subject, lang }
      : { text: nameIn(space.titles, locale), lang: nameLang(space.titles, locale) };
  return { scope, title };
}

export async function mustBeOurs(token: string): Promise<Stop> {
  const stop = await openStop(token);
  if (!stop) throw new Refusal('not-found');
  return stop;
}
