import { and, asc, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { organisations, persons } from '#features/people/server/tables.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import type { GrantView } from '../briefs.ts';
import { findBrief } from './find-brief.ts';
import { mayShareBrief } from './may.ts';
import { briefRoles } from './tables.ts';

/** Who was given a role in a brief and still has it; for those who may change it. */
export async function listGrants(
  actor: Actor,
  briefId: string
): Promise<{ brief: Awaited<ReturnType<typeof findBrief>>['brief']; grants: GrantView[] }> {
  const { brief, standing } = await findBrief(actor, briefId);
  if (!mayShareBrief(actor, standing))
    throw new Refusal(actor.kind === 'guest' ? 'not-signed-in' : 'not-allowed');
  const rows = await db
    .select({
      id: briefRoles.id,
      role: briefRoles.role,
      subjectKind: briefRoles.subjectKind,
      since: briefRoles.createdAt,
      person: persons.name,
      organisation: organisations.names
    })
    .from(briefRoles)
    .leftJoin(persons, and(eq(briefRoles.subjectKind, 'person'), eq(persons.id, briefRoles.subjectId)))
    .leftJoin(
      organisations,
      and(eq(briefRoles.subjectKind, 'organisation'), eq(organisations.id, briefRoles.subjectId))
    )
    .where(and(eq(briefRoles.briefId, briefId), isNull(briefRoles.revokedAt)))
    .orderBy(asc(briefRoles.createdAt));
  return {
    brief,
    grants: rows.map(({ person, organisation, ...grant }) => ({
      ...grant,
      names: organisation ?? { en: person ?? '' }
    }))
  };
}
