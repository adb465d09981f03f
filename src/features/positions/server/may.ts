import { mandateCovers, type Act, type Actor } from '#features/people/people.ts';
import { mayDecide, mayModerate, type SpaceStanding } from '#features/spaces/server/may.ts';

/** Reading a proposal is reading its space, deciding is the space's rule too: observers read, and neither propose nor decide. */
export const mayPropose = (actor: Actor, space: SpaceStanding): boolean => mayDecide(actor, space);

/** Closing early and extending: who proposed it, who negotiates for the organisation that did, and who moderates. */
export const mayRun = (actor: Actor, space: SpaceStanding, proposal: Act): boolean =>
  mayModerate(actor, space) ||
  (mayDecide(actor, space) &&
    actor.kind === 'member' &&
    (actor.personId === proposal.personId ||
      actor.capacities.some(
        ({ value, mandate }) => value === proposal.organisationId && mandateCovers(mandate, 'negotiate')
      )));

/** Kinds of organisation that lead their country's delegation: what they said for it nobody else of it changes. */
export const leadsDelegation = (organisationKind: string | null): boolean =>
  organisationKind === 'ministry' || organisationKind === 'head_of_government';
