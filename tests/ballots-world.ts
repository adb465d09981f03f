/** Ballots for the tests of this slice. */
import { eq } from 'drizzle-orm';
import { affiliations } from '#features/people/server/tables.ts';
import type { Member } from '#features/people/people.ts';
import type { SpaceRole } from '#features/spaces/spaces.ts';
import { aSession, type SessionWorld } from '#features/sessions/server/test-world.ts';
import { db } from '#lib/server/db.ts';
import { newId } from '#lib/id.ts';
import { aMember, anOrganisation, joinSpace } from './world.ts';
import type { NewBallot } from '#features/ballots/inputs.ts';
import { castInRoom } from '#features/ballots/server/cast-in-room.ts';
import { putToRoom } from '#features/ballots/server/put-to-room.ts';

/** Somebody who may negotiate for an organisation of `country`, and belongs to the forum. */
export async function aNegotiator(
  { space }: SessionWorld,
  country: string,
  of: { kind?: string; organisation?: string; role?: SpaceRole; mandate?: 'speak' | 'negotiate' } = {}
): Promise<Member> {
  const organisation =
    of.organisation ?? (await anOrganisation({ name: `Ministry of ${country}`, kind: of.kind, country }));
  const member = await aMember({
    name: `Delegate of ${country}`,
    country,
    organisation,
    mandate: of.mandate ?? 'negotiate'
  });
  await joinSpace(member, space.id, of.role);
  return member;
}

export interface BallotWorld extends SessionWorld {
  ballot: string;
}

/** A ballot that the chair put to a live session; by default a vote of Senegal, Côte d’Ivoire and Mali. */
export async function aBallot(
  of: Partial<NewBallot> & { in?: SessionWorld; at?: Date } = {}
): Promise<BallotWorld> {
  const { at, ...input } = of;
  const world = of.in ?? (await aSession({ live: true }));
  const ballot = newId();
  await putToRoom(
    world.chair,
    {
      session: world.id,
      ballot,
      kind: 'vote',
      question: 'Shall the district sign?',
      lang: 'en',
      options: [],
      voter: 'delegation',
      secret: false,
      majority: 'simple',
      quorum: null,
      seconds: null,
      deciders: [],
      capacity: world.chair.actingAs,
      ...input
    },
    at
  );
  return { ...world, ballot: input.ballot ?? ballot };
}

export const cast = (
  { id, ballot }: Pick<BallotWorld, 'id' | 'ballot'>,
  by: Member,
  choice: string,
  at?: Date,
  of: { cast?: string; capacity?: string } = {}
): Promise<void> =>
  castInRoom(
    by,
    { session: id, ballot, cast: of.cast ?? newId(), choice, capacity: of.capacity ?? by.actingAs },
    at
  );

/** A mandate that ends now. */
export async function endMandate(who: Member): Promise<void> {
  await db
    .update(affiliations)
    .set({ endsAt: new Date(Date.now() - 1000) })
    .where(eq(affiliations.personId, who.personId));
}
