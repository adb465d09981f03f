import { desc, eq } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import type { Actor } from '#features/people/people.ts';
import { db } from '#lib/server/db.ts';
import type { BriefView } from '../briefs.ts';
import { findBrief } from './find-brief.ts';
import { briefKeeper } from './keeper.ts';
import { mayShareBrief } from './may.ts';
import { readChangedAt } from './read-changed-at.ts';
import { briefPublications, briefVersions } from './tables.ts';
import { textOf } from '../text-json.ts';
import { docOf } from './text.ts';

/** A brief with its text as it is stored now, its versions and publications, as `actor` may see it. */
export async function readBrief(actor: Actor, id: string): Promise<BriefView> {
  const { brief, standing, role } = await findBrief(actor, id);
  const [kept, versions, publications, changed] = await Promise.all([
    briefKeeper.load(id),
    db
      .select()
      .from(briefVersions)
      .where(eq(briefVersions.briefId, id))
      .orderBy(desc(briefVersions.createdAt)),
    db
      .select({ number: briefPublications.number, publishedAt: briefPublications.publishedAt })
      .from(briefPublications)
      .where(eq(briefPublications.briefId, id))
      .orderBy(desc(briefPublications.number)),
    readChangedAt([id])
  ]);
  return {
    ...brief,
    role,
    mayShare: mayShareBrief(actor, standing),
    text: textOf(docOf(kept)),
    versions: versions.map((row) => ({
      id: row.id,
      name: row.name,
      words: row.words,
      act: actOf(row),
      createdAt: row.createdAt
    })),
    publications,
    published: publications[0]?.number ?? 0,
    changedAt: changed.get(id) ?? brief.createdAt
  };
}
