import { and, eq, isNull } from 'drizzle-orm';
import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import type { Actor } from '#features/people/people.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { events, facts } from '../briefs.ts';
import { mayShareBrief, roleIn } from './may.ts';
import { readStanding } from './read-standing.ts';
import { briefRoles } from './tables.ts';

/** Ends a grant. Whoever loses access by it is out of the text within a second: the announcement has their right read again. */
export async function revokeRole(actor: Actor, briefId: string, input: { grant: string }): Promise<void> {
  const member = mustBeSignedIn(actor);
  const standing = await readStanding(actor, briefId);
  if (!standing || roleIn(actor, standing) === 'none') throw new Refusal('not-found');
  if (!mayShareBrief(actor, standing)) throw new Refusal('not-allowed');
  await atomic(async (tx) => {
    const [ended] = await tx
      .update(briefRoles)
      .set({ revokedAt: new Date(), revokedBy: member.personId })
      .where(
        and(eq(briefRoles.id, input.grant), eq(briefRoles.briefId, briefId), isNull(briefRoles.revokedAt))
      )
      .returning();
    if (!ended) throw new Refusal('conflict');
    await appendEntry(tx, {
      action: facts.roleRevoked,
      actor: inPerson(member),
      object: { kind: 'brief', id: briefId },
      detail: { [ended.subjectKind]: ended.subjectId, role: ended.role }
    });
  });
  announce({ name: events.accessChanged, rooms: [], payload: { briefId } });
}
