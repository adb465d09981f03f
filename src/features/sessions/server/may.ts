import type { Actor } from '#features/people/people.ts';
import { mayContribute, mayModerate, mayReadSpace, type SpaceStanding } from '#features/spaces/server/may.ts';
import type { Audience } from '../sessions.ts';

export interface SessionStanding {
  audience: Audience;
  chairPersonId: string;
  deputies?: readonly { personId: string }[] | null;
}

export const mayReadSession = (
  actor: Actor,
  space: Pick<SpaceStanding, 'visibility' | 'role'>,
  session: Pick<SessionStanding, 'audience'>
): boolean => mayReadSpace(actor, space) && (session.audience === 'space' || actor.kind === 'member');

/** Moderators, administrators, and whoever acts for the organisation that leads the forum. */
export const maySchedule = (
  actor: Actor,
  space: SpaceStanding & { leadOrganisation: { id: string } | null },
  capacity: string
): boolean =>
  mayModerate(actor, space) ||
  (mayContribute(actor, space) && space.leadOrganisation !== null && capacity === space.leadOrganisation.id);

/** Opening, giving the floor, closing: the chair, the deputies they named, and who moderates the forum. */
export const mayLead = (
  actor: Actor,
  space: SpaceStanding,
  session: Pick<SessionStanding, 'chairPersonId' | 'deputies'>
): boolean =>
  (actor.kind === 'member' && actor.personId === session.chairPersonId) ||
  (isDeputy(actor, session) && mayContribute(actor, space)) ||
  mayModerate(actor, space);

export const isDeputy = (actor: Actor, session: Pick<SessionStanding, 'deputies'>): boolean =>
  actor.kind === 'member' && (session.deputies ?? []).some(({ personId }) => personId === actor.personId);

/** Revising and cancelling it, inviting, deciding who comes: who leads it, and who put it into the calendar. */
export const mayOrganise = (
  actor: Actor,
  space: SpaceStanding,
  session: Pick<SessionStanding, 'chairPersonId'> & { scheduledBy: { personId: string } }
): boolean =>
  mayLead(actor, space, session) ||
  (actor.kind === 'member' && actor.personId === session.scheduledBy.personId && mayContribute(actor, space));

/** Registering, joining, asking for the floor: whoever may speak here, and observers, who come last. */
export const mayTakePart = (actor: Actor, space: SpaceStanding): boolean =>
  mayContribute(actor, space) ||
  (isObserver(space) && space.archivedAt === null && mayReadSpace(actor, space));

export const isObserver = (space: Pick<SpaceStanding, 'role'>): boolean => space.role === 'observer';
