import { and, count, eq } from 'drizzle-orm';
import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic } from '#lib/server/db.ts';
import { limit } from '#lib/server/limits.ts';
import { isEmptyDraft, limits, sameDraft, type DraftView } from '../drafts.ts';
import type { draftToSave } from '../inputs.ts';
import { tellDraft } from './append-draft.ts';
import { draftView } from './read-draft.ts';
import { drafts } from './tables.ts';

/** What became of a save: the draft as it is now (null: it was emptied), or the one that another device saved meanwhile. */
export type Saved = { saved: DraftView | null } | { theirs: DraftView };

/**
 * Saves what someone is writing. Nothing is written over that they have not seen: a newer revision is given back and
 * theirs is not stored. Refuses not-signed-in, too-many, or invalid `too-many-drafts`.
 */
export async function saveDraft(actor: Actor, input: v.InferOutput<typeof draftToSave>): Promise<Saved> {
  const { personId } = mustBeSignedIn(actor);
  await limit('draft', personId, limits.savesPerMinute, 60);
  const { place, fields, files, base } = input;
  const own = and(eq(drafts.personId, personId), eq(drafts.place, place));
  const now = new Date();
  const outcome = await atomic(async (tx): Promise<Saved> => {
    // Touched first: on Postgres too the row is locked before it is compared.
    const [locked] = await tx.update(drafts).set({ place }).where(own).returning();
    const there = locked ? draftView(locked) : null;
    if (there && sameDraft(there, input) && there.fields.capacity === fields.capacity)
      return { saved: there };
    if (there && there.revision !== base) return { theirs: there };
    if (isEmptyDraft(input)) {
      await tx.delete(drafts).where(own);
      return { saved: null };
    }
    const next = { fields, files, revision: base + 1, updatedAt: now };
    if (there) {
      const [row] = await tx.update(drafts).set(next).where(own).returning();
      return { saved: draftView(row) };
    }
    const [{ kept }] = await tx.select({ kept: count() }).from(drafts).where(eq(drafts.personId, personId));
    if (kept >= limits.perPerson) throw new Refusal('invalid', 'too-many-drafts');
    const [row] = await tx
      .insert(drafts)
      .values({ personId, place, createdAt: now, ...next })
      .onConflictDoNothing()
      .returning();
    if (row) return { saved: draftView(row) };
    // Another device wrote its first words in the same moment, and was first.
    const [first] = await tx.select().from(drafts).where(own);
    return { theirs: draftView(first) };
  });
  if ('saved' in outcome) tellDraft(personId, place, outcome.saved?.revision);
  return outcome;
}
