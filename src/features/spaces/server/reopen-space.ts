import { eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { events, type SpaceChanged } from '../spaces.ts';
import { appendFact } from './append-fact.ts';
import { holdSpace } from './hold-space.ts';
import { mayReopen } from './may.ts';
import { spaces } from './tables.ts';

/** Opens an archived space again, with everyone's place as it was. For administrators. */
export async function reopenSpace(actor: Actor, { spaceId }: { spaceId: string }): Promise<void> {
  const member = mustBeSignedIn(actor);
  const reopened = await atomic(async (tx) => {
    const space = await holdSpace(tx, actor, spaceId, true);
    if (!mayReopen(actor)) throw new Refusal('not-allowed');
    if (!space.archivedAt) return false;
    await tx.update(spaces).set({ archivedAt: null, archivedBy: null }).where(eq(spaces.id, spaceId));
    await appendFact(tx, member, events.reopened, spaceId);
    return true;
  });
  if (reopened)
    announce<SpaceChanged>({ name: events.reopened, rooms: [], payload: { spaceId, narrowed: false } });
}
