import { and, eq, gt, inArray, isNull, or, type SQL } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { spaceSuspensions } from './suspension-tables.ts';
import { spaceMembers, spaces } from './tables.ts';

/** The columns that the rules of `may.ts` ask for; a query that joins `spaces`, and `spaceMembers` by `ownPlace`, has them. */
export const standingColumns = {
  visibility: spaces.visibility,
  joining: spaces.joining,
  observersSpeak: spaces.observersSpeak,
  archivedAt: spaces.archivedAt,
  role: spaceMembers.role
};

/**
 * On what to left-join `spaceMembers`: the actor's own place in the space. A place that they hold through an organisation
 * counts while they may act for it, from the very moment that the mandate ends.
 */
export const ownPlace = (actor: Actor): SQL =>
  and(
    eq(spaceMembers.spaceId, spaces.id),
    eq(spaceMembers.personId, actor.kind === 'member' ? actor.personId : ''),
    or(isNull(spaceMembers.through), inArray(spaceMembers.through, mandatesOf(actor)))
  )!;

/** On what to left-join `spaceSuspensions`: the actor's own, while it lasts. Its `until` is `suspendedUntil` of a standing. */
export const ownSuspension = (actor: Actor): SQL =>
  and(
    eq(spaceSuspensions.spaceId, spaces.id),
    eq(spaceSuspensions.personId, actor.kind === 'member' ? actor.personId : ''),
    gt(spaceSuspensions.until, new Date())
  )!;

/** The organisations that someone may act for; never empty, for no database likes an empty list. */
export const mandatesOf = (actor: Actor): string[] =>
  actor.kind === 'member' && actor.capacities.length > 0 ? actor.capacities.map(({ value }) => value) : [''];
