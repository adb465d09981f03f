import { and, eq } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import type { Actor } from '#features/people/people.ts';
import { isId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import type { TextNode, VersionSummary } from '../briefs.ts';
import { findBrief } from './find-brief.ts';
import { briefVersions } from './tables.ts';

/** A named version with its text, to whoever may read the brief. */
export async function readVersion(
  actor: Actor,
  briefId: string,
  versionId: string
): Promise<VersionSummary & { text: TextNode; brief: Awaited<ReturnType<typeof findBrief>>['brief'] }> {
  const { brief } = await findBrief(actor, briefId);
  const [row] = isId(versionId)
    ? await db
        .select()
        .from(briefVersions)
        .where(and(eq(briefVersions.id, versionId), eq(briefVersions.briefId, briefId)))
    : [];
  if (!row) throw new Refusal('not-found');
  return {
    id: row.id,
    name: row.name,
    words: row.words,
    act: actOf(row),
    createdAt: row.createdAt,
    text: row.text,
    brief
  };
}
