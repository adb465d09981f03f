import { and, eq } from 'drizzle-orm';
import type * as v from 'valibot';
import { findWatched } from './read-watch.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { db } from '#lib/server/db.ts';
import type { watchInput } from '../following.ts';
import { watches } from './tables.ts';

/** Says how closely one follows a thread or a forum; without a level: as if one had said nothing. Refuses not-found. */
export async function follow(
  actor: Actor,
  { kind, id, level }: Omit<v.InferOutput<typeof watchInput>, 'back'>
): Promise<void> {
  const { personId } = mustBeSignedIn(actor);
  await findWatched(actor, kind, id);
  if (!level) {
    await db
      .delete(watches)
      .where(and(eq(watches.personId, personId), eq(watches.kind, kind), eq(watches.objectId, id)));
    return;
  }
  const chosen = { level, chosenAt: new Date() };
  await db
    .insert(watches)
    .values({ personId, kind, objectId: id, ...chosen, createdAt: chosen.chosenAt })
    .onConflictDoUpdate({ target: [watches.personId, watches.kind, watches.objectId], set: chosen });
}
