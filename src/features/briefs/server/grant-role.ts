import { and, eq, isNull } from 'drizzle-orm';
import type * as v from 'valibot';
import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import type { Actor } from '#features/people/people.ts';
import { organisations, persons } from '#features/people/server/tables.ts';
import { isId, newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, db } from '#lib/server/db.ts';
import { events, facts, type newGrant } from '../briefs.ts';
import { mayShareBrief, roleIn } from './may.ts';
import { readStanding } from './read-standing.ts';
import { briefRoles } from './tables.ts';

/**
 * Lets a person (by e-mail address) or an organisation (by id) edit, comment or read. A new grant takes the place
 * of the one they had. Refuses not-found, not-allowed, or invalid `unknown-subject`.
 */
export async function grantRole(
  actor: Actor,
  briefId: string,
  input: v.InferOutput<typeof newGrant>
): Promise<{ id: string }> {
  const member = mustBeSignedIn(actor);
  const standing = await readStanding(actor, briefId);
  if (!standing || roleIn(actor, standing) === 'none') throw new Refusal('not-found');
  if (!mayShareBrief(actor, standing)) throw new Refusal('not-allowed');
  const subjectId = await findSubject(input);
  if (!subjectId) throw new Refusal('invalid', 'unknown-subject', 'subject');
  const id = newId();
  const now = new Date();
  await atomic(async (tx) => {
    await tx
      .update(briefRoles)
      .set({ revokedAt: now, revokedBy: member.personId })
      .where(
        and(
          eq(briefRoles.briefId, briefId),
          eq(briefRoles.subjectId, subjectId),
          isNull(briefRoles.revokedAt)
        )
      );
    await tx.insert(briefRoles).values({
      id,
      briefId,
      subjectKind: input.subjectKind,
      subjectId,
      role: input.role,
      grantedBy: member.personId,
      createdAt: now
    });
    await appendEntry(tx, {
      action: facts.roleGranted,
      actor: inPerson(member),
      object: { kind: 'brief', id: briefId },
      detail: { [input.subjectKind]: subjectId, role: input.role },
      at: now
    });
  });
  announce({ name: events.accessChanged, rooms: [], payload: { briefId } });
  return { id };
}

async function findSubject({
  subjectKind,
  subject
}: {
  subjectKind: 'person' | 'organisation';
  subject: string;
}): Promise<string | undefined> {
  if (subjectKind === 'person')
    return (
      await db.select({ id: persons.id }).from(persons).where(eq(persons.email, subject.toLowerCase()))
    )[0]?.id;
  if (!isId(subject)) return undefined;
  return (
    await db.select({ id: organisations.id }).from(organisations).where(eq(organisations.id, subject))
  )[0]?.id;
}
