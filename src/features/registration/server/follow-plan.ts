import { and, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import type { Change } from '#features/sessions/server/list-parts.ts';
import { registrationKey } from '../registration.ts';
import { listInvitations } from './invitation-for.ts';
import { listInvited } from './list-invited.ts';
import { listActive, moveUp } from './places.ts';
import { queueLetters } from './queue-letters.ts';
import { sessionRegistrations } from './tables.ts';

/**
 * The session was revised or cancelled: all who registered are told, and of a cancellation those invited too. More places are given to
 * those who wait; when nobody has to agree any more, those who waited for that wait for a place only.
 */
export async function followPlan(
  change: Change,
  what: 'revised' | 'cancelled',
  revision: number
): Promise<void> {
  const { tx, session, space, at, changed } = change;
  const people = new Set((await listActive(tx, session.id)).map(({ personId }) => personId));
  if (what === 'cancelled')
    for (const { subjectKind, subject } of await listInvitations(tx, session.id))
      for (const personId of (await listInvited(tx, space, subjectKind, subject)) ?? []) people.add(personId);
  await queueLetters(tx, session.id, [...people], what, at, revision);
  if (what === 'cancelled') return;
  if (session.registrationRule !== 'approval') {
    const { pendingSince, waitingSince } = sessionRegistrations;
    await tx
      .update(sessionRegistrations)
      .set({ waitingSince: sql`${pendingSince}`, pendingSince: null })
      .where(
        and(
          eq(sessionRegistrations.sessionId, session.id),
          isNotNull(pendingSince),
          isNull(waitingSince),
          isNull(sessionRegistrations.withdrawnAt)
        )
      );
    changed(registrationKey);
  }
  await moveUp(change);
}
