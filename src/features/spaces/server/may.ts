import type { Actor } from '#features/people/people.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Joining, SpaceRole, Visibility } from '../spaces.ts';

/** What the rules need to know of a space, and the actor's own role in it: `standingColumns` and `ownPlace` read it. */
export interface SpaceStanding {
  visibility: Visibility;
  joining: Joining;
  observersSpeak: boolean;
  archivedAt: Date | null;
  role: SpaceRole | null;
  /** They may not contribute until then; reading stays. `ownSuspension` reads it. */
  suspendedUntil?: Date | null;
}

const administers = (actor: Actor) => actor.kind === 'member' && actor.administrator;

/** The same rule, for use inside queries: `readableSpaces`. */
export const mayReadSpace = (actor: Actor, space: Pick<SpaceStanding, 'visibility' | 'role'>): boolean =>
  space.visibility === 'public' ||
  (actor.kind === 'member' && (space.visibility === 'members' || space.role !== null || actor.administrator));

/**
 * Speaking, recording, proposing. Where joining is open: everyone with an account; elsewhere those who were let in.
 * Observers where the space lets them. Nobody in what is archived.
 */
export const mayContribute = (actor: Actor, space: SpaceStanding): boolean =>
  actor.kind === 'member' &&
  mayReadSpace(actor, space) &&
  space.archivedAt === null &&
  !space.suspendedUntil &&
  (space.role === 'observer'
    ? space.observersSpeak
    : space.role !== null ||
      actor.administrator ||
      (space.joining === 'open' && space.visibility !== 'restricted'));

/** Taking part in a decision: who may contribute, but never an observer, even one who may speak. */
export const mayDecide = (actor: Actor, space: SpaceStanding): boolean =>
  mayContribute(actor, space) && space.role !== 'observer';

/** In what is archived only an administrator still acts. */
export const mayModerate = (actor: Actor, space: SpaceStanding): boolean =>
  administers(actor) ||
  (actor.kind === 'member' &&
    space.role === 'moderator' &&
    space.archivedAt === null &&
    !space.suspendedUntil);

export const mayStartSpace = (actor: Actor): boolean =>
  administers(actor) || (actor.kind === 'member' && actor.capacities.length > 0);

/** Coming in by oneself: where joining is open. Nobody lets themselves into a restricted space but who runs the house. */
export const mayJoin = (actor: Actor, space: SpaceStanding): boolean =>
  actor.kind === 'member' &&
  mayReadSpace(actor, space) &&
  space.archivedAt === null &&
  (actor.administrator || (space.joining === 'open' && space.visibility !== 'restricted'));

/** Whether more people would read it than now: what was said to few is not shown to many by one moderator's hand. */
export const mayWiden = administers;

/** Archiving is for moderators; opening again what was archived is for administrators. */
export const mayArchive = mayModerate;
export const mayReopen = administers;

/** Who belongs here, by name: its own people see each other; others see countries and counts. */
export const mayListMembers = (actor: Actor, space: SpaceStanding): boolean =>
  administers(actor) || (actor.kind === 'member' && space.role !== null);

/** Why one may not contribute here: suspended until then, or else `reason`. */
export const refusalOf = (space: SpaceStanding, reason?: string): Refusal =>
  space.suspendedUntil
    ? new Refusal('not-allowed', 'suspended-here', undefined, { until: space.suspendedUntil })
    : new Refusal('not-allowed', reason);
