/** Proposals for the tests of this slice. */
import type { Member } from '#features/people/people.ts';
import type { SpaceView, Visibility } from '#features/spaces/spaces.ts';
import { newId } from '#lib/id.ts';
import { aMember, anOrganisation, aSpace, joinSpace } from '#tests/world.ts';
import type { NewPosition, NewProposal } from '../inputs.ts';
import { openProposal } from './open-proposal.ts';

export interface ProposalWorld {
  id: string;
  space: SpaceView;
  chair: Member;
  subjectId: string;
  /** One delegate with a mandate to negotiate for each organisation, all members of the space. */
  delegates: Member[];
}

export const hour = 3_600_000;

/** A negotiator of an organisation of `country`, in `space`. */
export async function aDelegate(
  space: SpaceView,
  of: { country?: string | null; kind?: string; organisation?: string; name?: string } = {}
): Promise<Member> {
  const organisation = of.organisation ?? (await anOrganisation({ country: of.country, kind: of.kind }));
  const member = await aMember({ name: of.name, organisation, mandate: 'negotiate' });
  await joinSpace(member, space.id);
  return member;
}

/** A proposal of a moderator, open since `at` and for a day, on which the organisations of `countries` decide. */
export async function aProposal(
  of: Partial<NewProposal> & { at?: Date; seen?: Visibility; from?: (string | null)[] } = {}
): Promise<ProposalWorld> {
  const { at = new Date(), seen, from = ['SN', 'CI', 'ML'], ...input } = of;
  const space = await aSpace({ visibility: seen });
  const chair = await aMember({ name: 'Chair' });
  await joinSpace(chair, space.id, 'moderator');
  const delegates: Member[] = [];
  for (const country of from) delegates.push(await aDelegate(space, { country }));
  const subjectId = newId();
  const { id } = await openProposal(
    chair,
    {
      spaceId: space.id,
      unattributed: false,
      subjectKind: 'thread',
      subjectId,
      question: 'Shall the district sign within seven days?',
      explanation: null,
      method: 'consent',
      multiple: false,
      options: [],
      decides: 'organisation',
      visible: 'open',
      awaited: false,
      quorum: null,
      timezone: 'Africa/Dakar',
      eligible: 'members',
      organisations: [],
      countries: [],
      capacity: 'personal',
      opensAt: null,
      closesAt: new Date(at.getTime() + 24 * hour),
      ...input
    },
    at
  );
  return { id, space, chair, subjectId, delegates };
}

/** What someone answers; by default their organisation's support. */
export const aPosition = (proposalId: string, by: Member, of: Partial<NewPosition> = {}): NewPosition =>
  ({
    proposalId,
    id: newId(),
    holder: undefined,
    stance: 'stance' in of ? of.stance : 'support',
    options: [],
    reservation: null,
    explanation: null,
    capacity: by.actingAs,
    ...of
  }) as NewPosition;
