import { and, eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { db } from '#lib/server/db.ts';
import { tellDraft } from './append-draft.ts';
import { drafts } from './tables.ts';

/** Throws a draft away, whatever its revision: its author said so. */
export async function removeDraft(actor: Actor, { place }: { place: string }): Promise<void> {
  const { personId } = mustBeSignedIn(actor);
  await db.delete(drafts).where(and(eq(drafts.personId, personId), eq(drafts.place, place)));
  tellDraft(personId, place);
}
