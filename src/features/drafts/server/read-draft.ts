import { and, desc, eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { db } from '#lib/server/db.ts';
import type { DraftView } from '../drafts.ts';
import { drafts } from './tables.ts';

/** The actor's own draft for a place; null when there is none. Nobody reads another's. */
export async function readDraft(actor: Actor, place: string): Promise<DraftView | null> {
  if (actor.kind !== 'member') return null;
  const [row] = await db
    .select()
    .from(drafts)
    .where(and(eq(drafts.personId, actor.personId), eq(drafts.place, place)));
  return row ? draftView(row) : null;
}

/** All of the actor's own drafts, the latest first. */
export async function listDrafts(actor: Actor): Promise<DraftView[]> {
  if (actor.kind !== 'member') return [];
  const rows = await db
    .select()
    .from(drafts)
    .where(eq(drafts.personId, actor.personId))
    .orderBy(desc(drafts.updatedAt));
  return rows.map(draftView);
}

export const draftView = ({
  place,
  fields,
  files,
  revision,
  updatedAt
}: typeof drafts.$inferSelect): DraftView => ({
  place,
  fields,
  files,
  revision,
  at: updatedAt.toISOString()
});
