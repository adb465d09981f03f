import { and, eq, gt, inArray, isNull, or, type Placeholder, type SQL } from 'drizzle-orm';
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

type Hole = Placeholder | SQL;
/** Who asks, as a question names them: values, or the holes of a prepared statement. */
export interface Asker {
  kind: 'guest' | 'member' | 'administrator';
  personId: string | Hole;
  /** The organisations that they may act for; never empty, for no database likes an empty list. */
  mandates: (string | Hole)[];
  now: Date | Hole;
}

export const askerOf = (actor: Actor): Asker => ({
  kind: actor.kind === 'guest' ? 'guest' : actor.administrator ? 'administrator' : 'member',
  personId: actor.kind === 'member' ? actor.personId : '',
  mandates: mandatesOf(actor),
  now: new Date()
});

/**
 * On what to left-join `spaceMembers`: the asker's own place in the space. A place that they hold through an organisation
 * counts while they may act for it, from the very moment that the mandate ends.
 */
export const placeOf = ({ personId, mandates }: Asker): SQL =>
  and(
    eq(spaceMembers.spaceId, spaces.id),
    eq(spaceMembers.personId, personId),
    or(isNull(spaceMembers.through), inArray(spaceMembers.through, mandates as string[]))
  )!;

export const ownPlace = (actor: Actor): SQL => placeOf(askerOf(actor));

/** On what to left-join `spaceSuspensions`: the asker's own, while it lasts. Its `until` is `suspendedUntil` of a standing. */
export const suspensionOf = ({ personId, now }: Asker): SQL =>
  and(
    eq(spaceSuspensions.spaceId, spaces.id),
    eq(spaceSuspensions.personId, personId),
    gt(spaceSuspensions.until, now)
  )!;

export const ownSuspension = (actor: Actor): SQL => suspensionOf(askerOf(actor));

/** The organisations that someone may act for; never empty, for no database likes an empty list. */
export const mandatesOf = (actor: Actor): string[] =>
  actor.kind === 'member' && actor.capacities.length > 0 ? actor.capacities.map(({ value }) => value) : [''];
