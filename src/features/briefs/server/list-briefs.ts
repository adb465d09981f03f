import { desc, eq, inArray, max } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import type { Actor } from '#features/people/people.ts';
import { ownPlace } from '#features/spaces/server/read-standing.ts';
import { spaceMembers, spaces } from '#features/spaces/server/tables.ts';
import { db } from '#lib/server/db.ts';
import type { BriefSummary } from '../briefs.ts';
import { listGranted } from './list-granted.ts';
import { mayReadBrief } from './may.ts';
import { readChangedAt } from './read-changed-at.ts';
import { briefPublications, briefs } from './tables.ts';

/** Briefs that `actor` may read, those changed last first; of one forum with `forum`, at most `most`. */
export async function listBriefs(
  actor: Actor,
  { forum, most = 200 }: { forum?: string; most?: number } = {}
): Promise<BriefSummary[]> {
  const rows = await db
    .select({
      brief: briefs,
      space: { slug: spaces.slug, titles: spaces.titles, visibility: spaces.visibility },
      role: spaceMembers.role
    })
    .from(briefs)
    .innerJoin(spaces, eq(spaces.id, briefs.spaceId))
    .leftJoin(spaceMembers, ownPlace(actor))
    .where(forum ? eq(spaces.slug, forum) : undefined)
    .orderBy(desc(briefs.createdAt));
  const granted = await listGranted(actor);
  const readable = rows.filter(
    ({ brief, space, role }) =>
      mayReadBrief(actor, { visibility: space.visibility, role }, brief) || granted.has(brief.id)
  );
  const ids = readable.map(({ brief }) => brief.id);
  const changed = await readChangedAt(ids);
  const published = await readPublished(ids);
  return readable
    .map(({ brief, space: { slug, titles } }) => ({
      id: brief.id,
      type: brief.type,
      title: brief.name,
      lang: brief.lang,
      space: { slug, titles },
      targetBody: brief.targetBody,
      agendaItem: brief.agendaItem,
      deadline: brief.deadline,
      published: published.get(brief.id) ?? 0,
      act: actOf(brief),
      createdAt: brief.createdAt,
      changedAt: changed.get(brief.id) ?? brief.createdAt
    }))
    .sort((a, b) => b.changedAt.getTime() - a.changedAt.getTime())
    .slice(0, most);
}

async function readPublished(ids: string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: briefPublications.briefId, number: max(briefPublications.number) })
    .from(briefPublications)
    .where(inArray(briefPublications.briefId, ids))
    .groupBy(briefPublications.briefId);
  return new Map(rows.map(({ id, number }) => [id, number ?? 0]));
}
