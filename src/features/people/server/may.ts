import { mandateCovers, type Actor, type Mandate } from '../people.ts';

const administers = (actor: Actor): boolean => actor.kind === 'member' && actor.administrator;

/** Running the house: inviting anyone, adding organisations, granting any mandate. */
export const mayAdminister = administers;

/** Who may sign for an organisation may let others act for it, up to what they hold themselves. */
export function mayGrant(actor: Actor, organisationId: string, mandate: Mandate): boolean {
  if (administers(actor)) return true;
  const held =
    actor.kind === 'member'
      ? actor.capacities.find((choice) => choice.value === organisationId)?.mandate
      : undefined;
  return held === 'sign' && mandateCovers(held, mandate);
}

/** Inviting someone without an organisation, or as an administrator, is for administrators. */
export const mayInvite = (
  actor: Actor,
  to: { organisationId?: string; mandate: Mandate; administrator?: boolean }
): boolean =>
  administers(actor) ||
  (!to.administrator && to.organisationId !== undefined && mayGrant(actor, to.organisationId, to.mandate));

/** One may always leave; who may grant may also end. */
export const mayEndAffiliation = (
  actor: Actor,
  affiliation: { personId: string; organisationId: string }
): boolean =>
  actor.kind === 'member' &&
  (actor.personId === affiliation.personId || mayGrant(actor, affiliation.organisationId, 'none'));

/** Who has which mandate, and from whom, is for members to know, not for the open web. */
export const mayReadMandates = (actor: Actor): boolean => actor.kind === 'member';
