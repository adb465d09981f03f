import { eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { events, type SpaceChanged } from '../spaces.ts';
import { appendFact } from './append-fact.ts';
import { holdSpace } from './hold-space.ts';
import { mayArchive } from './may.ts';
import { spaces } from './tables.ts';

/** Closes a space for good order: it is read as before, and nothing in it changes. Archiving twice changes nothing. */
export async function archiveSpace(actor: Actor, { spaceId }: { spaceId: string }): Promise<void> {
  const member = mustBeSignedIn(actor);
  const archived = await atomic(async (tx) => {
    const space = await holdSpace(tx, actor, spaceId, true);
    if (!mayArchive(actor, space)) throw new Refusal('not-allowed');
    if (space.archivedAt) return false;
    await tx
      .update(spaces)
      .set({ archivedAt: new Date(), archivedBy: member.personId })
      .where(eq(spaces.id, spaceId));
    await appendFact(tx, member, events.archived, spaceId);
    return true;
  });
  if (archived)
    announce<SpaceChanged>({ name: events.archived, rooms: [], payload: { spaceId, narrowed: false } });
}
