import type { Actor } from '#features/people/people.ts';
import type { SpaceRole, Visibility } from '../spaces.ts';

/** What the rules need to know of a space: its visibility, and the actor's own role in it. */
export interface SpaceStanding {
  visibility: Visibility;
  role: SpaceRole | null;
}

const administers = (actor: Actor) => actor.kind === 'member' && actor.administrator;

export const mayReadSpace = (actor: Actor, space: SpaceStanding): boolean =>
  space.visibility === 'public' ||
  (actor.kind === 'member' && (space.visibility === 'members' || space.role !== null || actor.administrator));

/** Speaking, recording, proposing: open to members of Palabre in public and members' spaces, to members in restricted ones; never to observers. */
export const mayContribute = (actor: Actor, space: SpaceStanding): boolean =>
  actor.kind === 'member' &&
  mayReadSpace(actor, space) &&
  space.role !== 'observer' &&
  (space.visibility !== 'restricted' || space.role !== null || actor.administrator);

export const mayModerate = (actor: Actor, space: SpaceStanding): boolean =>
  space.role === 'moderator' || administers(actor);

export const mayStartSpace = (actor: Actor): boolean =>
  administers(actor) || (actor.kind === 'member' && actor.capacities.length > 0);
