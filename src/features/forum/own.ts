import type { Act, Actor, Member } from '#features/people/people.ts';

/**
 * Whether this is theirs to mend. What was said for an organisation is the organisation's: whoever may speak for it now
 * may mend it, and its author no longer once the mandate has ended. What was said in a personal capacity is its author's.
 */
export const speaksFor = (actor: Actor, act: Act): boolean =>
  actor.kind === 'member' &&
  (act.capacity === 'personal'
    ? actor.personId === act.personId
    : actor.capacities.some((choice) => choice.value === act.organisationId));

/** Whose hand it was, for the audit chain. A personal post is only ever mended by its own author, as the post names them. */
export const byHand = (
  member: Member,
  act: Act
): Pick<Act, 'personId' | 'capacity' | 'organisationId' | 'country'> => ({
  personId: act.capacity === 'organisation' ? member.personId : act.personId,
  capacity: act.capacity,
  organisationId: act.organisationId,
  country: act.country
});
