import type { Actor } from '#features/people/people.ts';
import { mayDecide, mayModerate, mayReadSpace, type SpaceStanding } from '#features/spaces/server/may.ts';
import {
  briefRoleNames,
  type BriefAudience,
  type BriefRole,
  type BriefType,
  type GrantedRole
} from '../briefs.ts';

/** What the rules need to know: the space as the actor stands in it, who started the brief, and the grants that stand. */
export interface BriefStanding {
  space: SpaceStanding;
  type: BriefType;
  audience: BriefAudience;
  startedBy: string;
  grants: { subjectKind: 'person' | 'organisation'; subjectId: string; role: GrantedRole }[];
}

/** A grant is to a person, or to an organisation: then to everyone who may act for it now. */
const isTheirs = (actor: Actor, grant: BriefStanding['grants'][number]): boolean =>
  actor.kind === 'member' &&
  (grant.subjectKind === 'person'
    ? grant.subjectId === actor.personId
    : actor.capacities.some((choice) => choice.value === grant.subjectId));

/** Whoever may read the space may read its briefs; some only when they are signed in. */
export const mayReadBrief = (
  actor: Actor,
  space: Pick<SpaceStanding, 'visibility' | 'role'>,
  brief: Pick<BriefStanding, 'audience'>
): boolean => mayReadSpace(actor, space) && (brief.audience === 'readers' || actor.kind === 'member');

/** The most that someone may do with the text. */
export function roleIn(actor: Actor, brief: BriefStanding): BriefRole {
  if (mayShareBrief(actor, brief)) return 'edit';
  if (brief.space.suspendedUntil) return mayReadBrief(actor, brief.space, brief) ? 'read' : 'none';
  const granted = brief.grants.filter((grant) => isTheirs(actor, grant)).map((grant) => grant.role);
  if (granted.length > 0 && brief.space.archivedAt) return 'read';
  return (
    briefRoleNames.find((role) => granted.includes(role)) ??
    (mayReadBrief(actor, brief.space, brief) ? 'read' : 'none')
  );
}

export const mayStartBrief = (actor: Actor, space: SpaceStanding): boolean => mayDecide(actor, space);

/**
 * Who started a brief, and the moderators of its space, say who else may write, and publish it. Minutes belong to their session:
 * it names who writes them, and publishes them when it closes.
 */
export const mayShareBrief = (actor: Actor, brief: BriefStanding): boolean =>
  actor.kind === 'member' &&
  brief.type !== 'minutes' &&
  mayReadSpace(actor, brief.space) &&
  brief.space.archivedAt === null &&
  (mayModerate(actor, brief.space) || (brief.startedBy === actor.personId && !brief.space.suspendedUntil));

export const mayPublishBrief = mayShareBrief;
