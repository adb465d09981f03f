import { and, eq, isNull } from 'drizzle-orm';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import type { Actor } from '#features/people/people.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { db } from '#lib/server/db.ts';
import { events } from '../briefs.ts';
import { mayShareBrief, roleIn } from './may.ts';
import { readStanding } from './read-standing.ts';
import { briefRoles } from './tables.ts';

/** Ends a grant. Whoever loses access by it is out of the text within a second: the announcement has their right read again. */
export async function revokeRole(actor: Actor, briefId: string, input: { grant: string }): Promise<void> {
  const member = mustBeSignedIn(actor);
  const standing = await readStanding(actor, briefId);
  if (!standing || roleIn(actor, standing) === 'none') throw new Refusal('not-found');
  if (!mayShareBrief(actor, standing)) throw new Refusal('not-allowed');
  const ended = await db
    .update(briefRoles)
    .set({ revokedAt: new Date(), revokedBy: member.personId })
    .where(and(eq(briefRoles.id, input.grant), eq(briefRoles.briefId, briefId), isNull(briefRoles.revokedAt)))
    .returning({ id: briefRoles.id });
  if (ended.length === 0) throw new Refusal('conflict');
  announce({ name: events.accessChanged, rooms: [], payload: { briefId } });
}
