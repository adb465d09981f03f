import { and, eq, isNull } from 'drizzle-orm';
import type { Act } from '#features/people/people.ts';
import type { SessionRow } from '#features/sessions/server/list-parts.ts';
import type { Tx } from '#lib/server/db.ts';
import { subjectKinds } from '../registration.ts';
import { sessionInvitations } from './tables.ts';

export type Invitation = typeof sessionInvitations.$inferSelect;

export const listInvitations = (from: Tx, sessionId: string): Promise<Invitation[]> =>
  from
    .select()
    .from(sessionInvitations)
    .where(and(eq(sessionInvitations.sessionId, sessionId), isNull(sessionInvitations.withdrawnAt)))
    .orderBy(sessionInvitations.invitedAt, sessionInvitations.id);

/**
 * By which invitation somebody comes who acts so: their own, their organisation's, their country's (for which one comes on behalf of an
 * organisation of it, never in a personal capacity). `country`: the country stands in the invitation of the session itself.
 */
export async function invitationFor(
  tx: Tx,
  session: SessionRow,
  act: Act
): Promise<{ invitation: Invitation | null; country: boolean }> {
  const country = act.capacity === 'organisation' ? act.country : null;
  const mine = { person: act.personId, organisation: act.organisationId, country };
  const fitting = (await listInvitations(tx, session.id)).filter(
    ({ subjectKind, subject }) => mine[subjectKind] === subject
  );
  fitting.sort((a, b) => subjectKinds.indexOf(b.subjectKind) - subjectKinds.indexOf(a.subjectKind));
  return {
    invitation: fitting[0] ?? null,
    country: country !== null && session.countries.includes(country)
  };
}
