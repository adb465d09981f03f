import { and, eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { actOf } from '#features/people/server/act-columns.ts';
import { delegationOf, groupByDelegation } from '#features/sessions/delegations.ts';
import { readSession } from '#features/sessions/server/read-session.ts';
import type { SessionView } from '#features/sessions/sessions.ts';
import { spaceMembers } from '#features/spaces/server/tables.ts';
import { db } from '#lib/server/db.ts';
import type { DelegationView } from '../delegations.ts';
import { readHeads } from './heads-part.ts';
import { readMembers } from './read-members.ts';

/**
 * Every delegation of a session before its end: who leads it, who is here, who registered; and the countries invited of which nobody
 * came yet. People are named to those who are signed in; guests see numbers.
 */
export async function listDelegations(
  actor: Actor,
  id: string
): Promise<{ session: SessionView; delegations: DelegationView[] }> {
  const { session, rights } = await readSession(actor, id);
  const members = await readMembers(db, id);
  const heads = new Map((await readHeads(db, id)).map((row) => [row.key, actOf(row)]));
  const observers = await db
    .select({ personId: spaceMembers.personId })
    .from(spaceMembers)
    .where(and(eq(spaceMembers.spaceId, session.space.id), eq(spaceMembers.role, 'observer')));
  const observing = new Set(observers.map(({ personId }) => personId));
  const byPerson = new Map(members.map((member) => [member.act.personId, member]));
  const own = actor.kind === 'member' ? byPerson.get(actor.personId) : undefined;
  const groups = groupByDelegation(members.map(({ act }) => act)).map((group) => {
    const people = group.acts.map((act) => byPerson.get(act.personId)!);
    return {
      ...group,
      invited: group.country !== null && session.countries.includes(group.country),
      head: heads.get(group.key) ?? null,
      here: people.filter(({ here }) => here).length,
      registered: people.filter(({ registered }) => registered).length,
      members:
        actor.kind === 'guest'
          ? []
          : people.map((each) => ({ ...each, observer: observing.has(each.act.personId) })),
      mayName:
        session.phase !== 'closed' &&
        group.key !== 'personal' &&
        (rights.lead || (own !== undefined && delegationOf(own.act) === group.key))
    };
  });
  const absent = session.countries
    .filter((country) => !groups.some((group) => group.country === country))
    .map((country) => ({ key: `country:${country}`, country, organisation: null, invited: true }))
    .map((each) => ({ ...each, head: null, here: 0, registered: 0, members: [], mayName: false }));
  return {
    session,
    delegations: [...groups.map(({ acts: _, ...group }) => group), ...absent]
  };
}
