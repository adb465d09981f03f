import type { Act, Actor } from '#features/people/people.ts';
import { mayContribute, mayModerate, type SpaceStanding } from '#features/spaces/server/may.ts';
import { speaksFor } from '../own.ts';
import type { Purpose } from '../purposes.ts';
import type { HoldReason } from '../pending.ts';

/** Reading a thread is reading its space: there is no rule of its own (see mayReadSpace). */
export const mayReply = (actor: Actor, space: SpaceStanding): boolean => mayContribute(actor, space);

/** Who moderates; and of a question, a call or a request also who asked, or who speaks for the organisation that did. */
export const mayClose = (actor: Actor, space: SpaceStanding, thread: Act & { purpose: Purpose }): boolean =>
  mayModerate(actor, space) ||
  (['question', 'call', 'support'].includes(thread.purpose) && mayEdit(actor, space, thread));

/** Their own: what they close needs no reason; of another's one closes it by an act of moderation. */
export const isTheirThread = (actor: Actor, thread: Act): boolean =>
  actor.kind === 'member' && (actor.personId === thread.personId || speaksFor(actor, thread));

/** Which reply answers a question is for who asked to say, and for who moderates. */
export const mayAccept = (actor: Actor, space: SpaceStanding, thread: Act & { purpose: Purpose }): boolean =>
  thread.purpose === 'question' && (mayModerate(actor, space) || mayEdit(actor, space, thread));

export const mayTag = (actor: Actor, space: SpaceStanding, thread: Act): boolean =>
  mayModerate(actor, space) || mayEdit(actor, space, thread);

/** An announcement is made by who moderates the forum, or in the name of the organisation that leads it. */
export const mayAnnounce = (
  actor: Actor,
  space: SpaceStanding & { leadOrganisation: { id: string } | null },
  act: Pick<Act, 'organisationId'>
): boolean =>
  mayModerate(actor, space) ||
  (mayContribute(actor, space) &&
    space.leadOrganisation !== null &&
    act.organisationId === space.leadOrganisation.id);

export const mayEdit = (actor: Actor, space: SpaceStanding, act: Act): boolean =>
  mayContribute(actor, space) && speaksFor(actor, act);

/** Which language a text is in: its author says, and who moderates, for a wrong one is read out wrongly to everyone. */
export const mayCorrectLanguage = (actor: Actor, space: SpaceStanding, act: Act): boolean =>
  mayEdit(actor, space, act) || mayModerate(actor, space);

/** A withdrawal leaves a trace, so its author may always, whatever became of a mandate. Who moderates hides, with a reason. */
export const mayWithdraw = (actor: Actor, act: Act): boolean =>
  actor.kind === 'member' && (actor.personId === act.personId || speaksFor(actor, act));

/** A request is sent on by who speaks for the desk that has it, by who moderates, and by administrators. */
export const mayEscalate = (actor: Actor, space: SpaceStanding, desk: string | null): boolean =>
  mayModerate(actor, space) ||
  (desk !== null && actor.kind === 'member' && actor.capacities.some(({ value }) => value === desk));

/** A waiting text is its author's, and of those who speak for the organisation that it is said for. */
export const mayChangePending = (actor: Actor, act: Act): boolean =>
  actor.kind === 'member' && (actor.personId === act.personId || speaksFor(actor, act));

/** Clearance is its organisation's focal points'; first posts are the moderators'. Nobody lets their own text out. */
export const mayDecidePending = (
  actor: Actor,
  pending: Act & { reason: HoldReason },
  space: SpaceStanding | null,
  clearedFor: string[]
): boolean =>
  actor.kind === 'member' &&
  actor.personId !== pending.personId &&
  (pending.reason === 'clearance'
    ? clearedFor.includes(pending.organisationId ?? '')
    : space !== null && mayModerate(actor, space));
