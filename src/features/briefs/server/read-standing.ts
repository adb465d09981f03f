import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { ownPlace, ownSuspension, standingColumns } from '#features/spaces/server/read-standing.ts';
import { spaceSuspensions } from '#features/spaces/server/suspension-tables.ts';
import { spaceMembers, spaces } from '#features/spaces/server/tables.ts';
import { db, type Tx } from '#lib/server/db.ts';
import type { BriefStanding } from './may.ts';
import { briefRoles, briefs } from './tables.ts';

/** How `actor` stands to a brief, or nothing when there is no such brief. */
export async function readStanding(
  actor: Actor,
  briefId: string,
  from: Tx = db
): Promise<BriefStanding | undefined> {
  const [row] = await from
    .select({
      startedBy: briefs.personId,
      type: briefs.type,
      audience: briefs.audience,
      space: standingColumns,
      suspendedUntil: spaceSuspensions.until
    })
    .from(briefs)
    .innerJoin(spaces, eq(spaces.id, briefs.spaceId))
    .leftJoin(spaceMembers, ownPlace(actor))
    .leftJoin(spaceSuspensions, ownSuspension(actor))
    .where(eq(briefs.id, briefId));
  if (!row) return undefined;
  const grants = await from
    .select({ subjectKind: briefRoles.subjectKind, subjectId: briefRoles.subjectId, role: briefRoles.role })
    .from(briefRoles)
    .where(and(eq(briefRoles.briefId, briefId), isNull(briefRoles.revokedAt)));
  return {
    space: { ...row.space, suspendedUntil: row.suspendedUntil },
    startedBy: row.startedBy,
    type: row.type,
    audience: row.audience,
    grants
  };
}
