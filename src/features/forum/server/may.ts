import type { Act, Actor } from '#features/people/people.ts';
import { mayContribute, mayModerate, type SpaceStanding } from '#features/spaces/server/may.ts';
import { speaksFor } from '../own.ts';

/** Reading a thread is reading its space: there is no rule of its own (see mayReadSpace). */
export const mayReply = (actor: Actor, space: SpaceStanding): boolean => mayContribute(actor, space);

export const mayClose = (actor: Actor, space: SpaceStanding): boolean => mayModerate(actor, space);

export const mayEdit = (actor: Actor, space: SpaceStanding, act: Act): boolean =>
  mayContribute(actor, space) && speaksFor(actor, act);

/** A withdrawal leaves a trace, so its author may always, whatever became of a mandate; a moderator may, and is named. */
export const mayWithdraw = (actor: Actor, space: SpaceStanding, act: Act): boolean =>
  actor.kind === 'member' &&
  (actor.personId === act.personId || speaksFor(actor, act) || mayModerate(actor, space));
