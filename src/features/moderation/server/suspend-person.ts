import { and, eq } from 'drizzle-orm';
import type * as v from 'valibot';
import type { Actor, Member } from '#features/people/people.ts';
import { appendSuspension } from '#features/people/server/append-suspension.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { readMember } from '#features/people/server/read-member.ts';
import { appendSpaceSuspension } from '#features/spaces/server/append-suspension.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { spaceMembers } from '#features/spaces/server/tables.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, db } from '#lib/server/db.ts';
import { hub } from '#lib/server/hub.ts';
import { events, type ModerationEvent, type suspension } from '../moderation.ts';
import { appendAppealLink } from './appeal-by-link.ts';
import { appendAct, eventOf } from './append-act.ts';
import { mailSuspension } from './mail-suspension.ts';
import { roleOf } from './may.ts';

const day = 86_400_000;

/**
 * Suspends someone: from a space (they read on, and contribute nothing), or, by an administrator, from the whole house
 * (every sign-in ends, none begins until then, and they are mailed the reason and a way to appeal). Refuses not-found, not-allowed (`own-case`, `moderator-suspension`).
 */
export async function suspendPerson(
  actor: Actor,
  { personId, spaceId, days, category, reason }: v.InferOutput<typeof suspension>
): Promise<{ actId: string }> {
  const member = mustBeSignedIn(actor);
  const space = spaceId ? await readSpace(actor, { id: spaceId }) : null;
  const role = roleOf(member, space);
  if (!role) throw new Refusal('not-allowed');
  if (personId === member.personId) throw new Refusal('not-allowed', 'own-case');
  await mustBeSuspendable(member, personId, spaceId);
  const until = new Date(Date.now() + days * day);
  const id = newId();
  const { act, token } = await atomic(async (tx) => {
    const token = spaceId ? null : await appendAppealLink(tx, { actId: id, personId });
    if (spaceId) await appendSpaceSuspension(tx, { spaceId, personId, until, actId: id });
    else await appendSuspension(tx, { personId, until, actId: id });
    const about = { spaceId, subjectId: personId, category, reason, until };
    return {
      token,
      act: await appendAct(tx, member, events.suspended, { kind: 'suspended', id, role, ...about })
    };
  });
  if (!spaceId) hub().disconnect({ personId });
  announce<ModerationEvent>({ name: events.suspended, rooms: [], payload: eventOf(act) });
  if (token) await mailSuspension(act, token);
  return { actId: act.id };
}

/** Administrators are suspended by nobody, moderators of the space by administrators only. */
async function mustBeSuspendable(by: Member, personId: string, spaceId: string | null): Promise<void> {
  const person = await readMember(personId);
  if (!person) throw new Refusal('not-found');
  if (person.administrator) throw new Refusal('not-allowed', 'moderator-suspension');
  if (!spaceId || by.administrator) return;
  const [place] = await db
    .select({ role: spaceMembers.role })
    .from(spaceMembers)
    .where(and(eq(spaceMembers.spaceId, spaceId), eq(spaceMembers.personId, personId)));
  if (place?.role === 'moderator') throw new Refusal('not-allowed', 'moderator-suspension');
}
