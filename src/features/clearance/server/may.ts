import { mayGrant } from '#features/people/server/may.ts';
import type { Actor } from '#features/people/people.ts';

/** Whether posts wait, and for whom, is decided by who may sign for the organisation; an administrator may too. */
export const maySetClearance = (actor: Actor, organisationId: string): boolean =>
  actor.kind === 'member' && mayGrant(actor, organisationId, 'none');

/** That something waits, and by which rule, is known to the organisation's own people. */
export const mayReadClearance = (actor: Actor, organisationId: string, isFocalPoint: boolean): boolean =>
  actor.kind === 'member' &&
  (isFocalPoint ||
    maySetClearance(actor, organisationId) ||
    actor.capacities.some((choice) => choice.value === organisationId));
