import type * as v from 'valibot';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { announce } from '#lib/server/announce.ts';
import { db } from '#lib/server/db.ts';
import type { spaceMembership } from '../spaces.ts';
import { readSpace } from './read-space.ts';
import { spaceMembers } from './tables.ts';

/** Joins a space that one may read: it is then among one's own. Into a restricted one nobody lets themselves in. */
export async function joinSpace(
  actor: Actor,
  { spaceId }: v.InferOutput<typeof spaceMembership>
): Promise<void> {
  const { personId } = mustBeSignedIn(actor);
  await readSpace(actor, { id: spaceId });
  await db
    .insert(spaceMembers)
    .values({ spaceId, personId, role: 'member', addedBy: personId, createdAt: new Date() })
    .onConflictDoNothing();
  announce({ name: 'space.joined', rooms: [], payload: { spaceId, personId } });
}
