import { inArray } from 'drizzle-orm';
import { actOf } from '#features/people/server/act-columns.ts';
import type { Actor } from '#features/people/people.ts';
import { organisations, persons } from '#features/people/server/tables.ts';
import { readSession } from '#features/sessions/server/read-session.ts';
import type { SessionView } from '#features/sessions/sessions.ts';
import type { Names } from '#lib/names.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import { statusOf, type InvitationView, type RegistrationView, type SubjectKind } from '../registration.ts';
import { listInvitations } from './invitation-for.ts';
import { listActive } from './places.ts';

/** Who was invited and who registered, with names: for those who organise the session, nobody else. */
export async function readRegistrations(
  actor: Actor,
  id: string
): Promise<{ session: SessionView; invitations: InvitationView[]; registrations: RegistrationView[] }> {
  const { session, rights } = await readSession(actor, id);
  if (!rights.organise) throw new Refusal('not-allowed', 'not-an-organiser');
  const rows = await listActive(db, id);
  const invited = await listInvitations(db, id);
  const subjects = (kind: SubjectKind) =>
    invited.filter(({ subjectKind }) => subjectKind === kind).map(({ subject }) => subject);
  const names = new Map<string, Names>();
  const [named, people] = [subjects('organisation'), subjects('person')];
  if (named.length > 0)
    for (const row of await db
      .select({ id: organisations.id, names: organisations.names })
      .from(organisations)
      .where(inArray(organisations.id, named)))
      names.set(row.id, row.names);
  if (people.length > 0)
    for (const row of await db
      .select({ id: persons.id, name: persons.name })
      .from(persons)
      .where(inArray(persons.id, people)))
      names.set(row.id, { en: row.name });
  return {
    session,
    registrations: rows.map((row) => ({
      act: actOf(row),
      status: statusOf(row),
      registeredAt: row.registeredAt
    })),
    invitations: invited.map((row) => ({
      id: row.id,
      kind: row.subjectKind,
      country: row.subjectKind === 'country' ? row.subject : null,
      names: names.get(row.subject) ?? null,
      places: row.places,
      message: row.message,
      by: actOf(row),
      invitedAt: row.invitedAt,
      taken: rows.filter((each) => each.invitationId === row.id && statusOf(each) === 'placed').length
    }))
  };
}
