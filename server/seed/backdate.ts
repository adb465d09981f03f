import { and, eq } from 'drizzle-orm';
import { briefPublications, briefs, briefUpdates, briefVersions } from '#features/briefs/server/tables.ts';
import { spaces } from '#features/spaces/server/tables.ts';
import type { DocumentKind } from '#features/search/search.ts';
import { searchDocuments } from '#features/search/server/tables.ts';
import { atomic, type Tx } from '#lib/server/db.ts';
import { before, day, hour, type World } from './world.ts';

/**
 * Opening a forum and writing a brief take no moment from outside: nobody may date them in life. In the demo they
 * happened before what stands in them, so their rows are dated here, in the one place that does so.
 */
export async function backdate(
  { now }: World,
  spaceIds: Iterable<string>,
  briefIds: Iterable<string>
): Promise<void> {
  await atomic(async (tx) => {
    let days = 62;
    for (const id of spaceIds)
      await tx
        .update(spaces)
        .set({ createdAt: before(now, (days -= 8) * day) })
        .where(eq(spaces.id, id));

    let age = 6 * day;
    for (const id of briefIds) {
      age += 3 * day;
      await tx
        .update(briefs)
        .set({ createdAt: before(now, age) })
        .where(eq(briefs.id, id));
      const rows = await tx
        .select({ seq: briefUpdates.seq })
        .from(briefUpdates)
        .where(eq(briefUpdates.briefId, id));
      for (const { seq } of rows)
        await tx
          .update(briefUpdates)
          .set({ createdAt: before(now, age - (seq - 1) * 19 * hour) })
          .where(and(eq(briefUpdates.briefId, id), eq(briefUpdates.seq, seq)));
      await tx
        .update(briefVersions)
        .set({ createdAt: before(now, 4 * day) })
        .where(eq(briefVersions.briefId, id));
      await tx
        .update(briefPublications)
        .set({ publishedAt: before(now, 3 * day) })
        .where(eq(briefPublications.briefId, id));
      await redate(tx, 'brief', id, before(now, age));
      await redate(tx, 'publication', id, before(now, 3 * day));
    }
  });
}

/** Search shows the day of what it finds. */
const redate = (tx: Tx, kind: DocumentKind, id: string, at: Date) =>
  tx
    .update(searchDocuments)
    .set({ at })
    .where(and(eq(searchDocuments.kind, kind), eq(searchDocuments.objectId, id)));
