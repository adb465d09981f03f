import { and, asc, eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import type { Tx } from '#lib/server/db.ts';
import type { Beside, Chain } from '../planning.ts';
import type { SessionRow } from './list-parts.ts';
import { sessionSeries } from './plan-tables.ts';
import { sessions } from './tables.ts';

/** What a session belongs to and what belongs to it. They are of its own forum, so only a session for members is kept from guests. */
export async function readChain(
  from: Tx,
  { spaceId, id, parentId, seriesId }: SessionRow,
  actor: Actor
): Promise<Chain> {
  const seen = (rows: (Beside & { audience: string })[]): Beside[] =>
    rows
      .filter(({ audience }) => audience === 'space' || actor.kind === 'member')
      .map(({ id, title, lang, startsAt }) => ({ id, title, lang, startsAt }));
  const { title, lang, startsAt, audience } = sessions;
  const columns = { id: sessions.id, title, lang, startsAt, audience };
  const parents = parentId
    ? await from
        .select(columns)
        .from(sessions)
        .where(and(eq(sessions.id, parentId), eq(sessions.spaceId, spaceId)))
    : [];
  const children = await from
    .select(columns)
    .from(sessions)
    .where(and(eq(sessions.spaceId, spaceId), eq(sessions.parentId, id)))
    .orderBy(asc(startsAt), asc(sessions.id))
    .limit(50);
  const [series] = seriesId
    ? await from
        .select({ id: sessionSeries.id, title: sessionSeries.title, lang: sessionSeries.lang })
        .from(sessionSeries)
        .where(eq(sessionSeries.id, seriesId))
    : [];
  return { parent: seen(parents)[0] ?? null, series: series ?? null, children: seen(children) };
}
