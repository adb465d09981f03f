import type { Actor, Member } from '#features/people/people.ts';
import { mayModerate, type SpaceStanding } from '#features/spaces/server/may.ts';
import type { Role } from '../moderation.ts';

/** In which role someone decides here; null: not at all. Who moderates the space does so as its moderator. */
export const roleOf = (actor: Member, space: SpaceStanding | null): Role | null =>
  space?.role === 'moderator' && !space.suspendedUntil
    ? 'moderator'
    : actor.administrator
      ? 'administrator'
      : null;

/** Nobody moderates their own case. */
export const mayModerateCase = (actor: Actor, space: SpaceStanding, subjectId: string | null): boolean =>
  actor.kind === 'member' && mayModerate(actor, space) && actor.personId !== subjectId;
