import { and, desc, eq } from 'drizzle-orm';
import { db, type Tx } from '#lib/server/db.ts';
import type { SpaceTextKind } from '../spaces.ts';
import { spaceTexts } from './tables.ts';

/** The house rules or the summary that stand; nothing when they were never written, or taken away. */
export async function readCurrentText(
  spaceId: string,
  kind: SpaceTextKind,
  from: Tx = db
): Promise<typeof spaceTexts.$inferSelect | undefined> {
  const [text] = await from
    .select()
    .from(spaceTexts)
    .where(and(eq(spaceTexts.spaceId, spaceId), eq(spaceTexts.kind, kind)))
    .orderBy(desc(spaceTexts.number))
    .limit(1);
  return text && Object.keys(text.texts).length > 0 ? text : undefined;
}
