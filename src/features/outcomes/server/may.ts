import type { Actor } from '#features/people/people.ts';
import type { SpaceStanding } from '#features/spaces/server/may.ts';
import { mayLead, type SessionStanding } from '#features/sessions/server/may.ts';

/** Recording what a session came to: its rapporteurs, and who leads it. */
export const mayRecord = (
  actor: Actor,
  space: SpaceStanding,
  session: Pick<SessionStanding, 'chairPersonId'>,
  rapporteur: boolean
): boolean => actor.kind === 'member' && (rapporteur || mayLead(actor, space, session));
