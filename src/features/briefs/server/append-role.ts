import { and, eq, isNull } from 'drizzle-orm';
import { newId } from '#lib/id.ts';
import type { Tx } from '#lib/server/db.ts';
import type { GrantedRole } from '../briefs.ts';
import { briefRoles } from './tables.ts';

/**
 * Gives a person this role in a text, in place of the one they had; null takes it away. The caller says so afterwards
 * (`brief.access-changed`), when it is committed.
 */
export async function appendRole(
  tx: Tx,
  {
    briefId,
    personId,
    role,
    by,
    at
  }: { briefId: string; personId: string; role: GrantedRole | null; by: string; at: Date }
): Promise<void> {
  await tx
    .update(briefRoles)
    .set({ revokedAt: at, revokedBy: by })
    .where(
      and(eq(briefRoles.briefId, briefId), eq(briefRoles.subjectId, personId), isNull(briefRoles.revokedAt))
    );
  if (role)
    await tx.insert(briefRoles).values({
      id: newId(),
      briefId,
      subjectKind: 'person',
      subjectId: personId,
      role,
      grantedBy: by,
      createdAt: at
    });
}
