import { eq, inArray } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { guest, type Actor, type Member } from '#features/people/people.ts';
import { readActor } from '#features/people/server/read-actor.ts';
import { affiliations } from '#features/people/server/tables.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { aMember, anOrganisation, aSpace, joinSpace } from '#tests/world.ts';
import { spaceRoles, visibilities, type SpaceRole, type SpaceView } from '../spaces.ts';
import { mayReadSpace } from './may.ts';
import { readableSpaces } from './read-readable.ts';
import { ownPlace, standingColumns } from './read-standing.ts';
import { spaceSeen, spacesSeen } from './spaces-seen.ts';
import { spaceMembers, spaces } from './tables.ts';

let every: SpaceView[];
const actors: Record<string, Actor> = { guest };

beforeAll(async () => {
  every = await Promise.all(
    visibilities.flatMap((visibility) => [aSpace({ visibility }), aSpace({ visibility })])
  );
  actors.stranger = await aMember();
  actors.administrator = await aMember({ administrator: true });
  for (const role of spaceRoles) actors[role] = await placed(role);
  const organisation = await anOrganisation();
  actors['a member through an organisation'] = await placed('member', organisation);
  actors['a member whose mandate ended'] = await placed('member', organisation, true);
});

/** Someone with a place in every second space. */
const tokens: string[] = [];
async function placed(role: SpaceRole, organisation?: string, ended = false): Promise<Actor> {
  const member = await aMember({ organisation });
  tokens.push(member.token);
  for (const { id } of every.filter((_, index) => index % 2)) {
    await joinSpace(member, id, role);
    if (organisation)
      await db
        .update(spaceMembers)
        .set({ through: organisation })
        .where(eq(spaceMembers.personId, member.personId));
  }
  if (ended)
    await db
      .update(affiliations)
      .set({ endsAt: new Date(0) })
      .where(eq(affiliations.personId, member.personId));
  return readActor(member.token);
}

test('what a query lets someone read is what the rule lets them read, whoever they are and whatever their place', async () => {
  for (const [who, actor] of Object.entries(actors)) {
    const ids = every.map(({ id }) => id);
    const standings = await db
      .select({ id: spaces.id, space: standingColumns })
      .from(spaces)
      .leftJoin(spaceMembers, ownPlace(actor))
      .where(inArray(spaces.id, ids));
    const byRule = standings.filter(({ space }) => mayReadSpace(actor, space)).map(({ id }) => id);
    const byQuery = (
      await db
        .select({ id: spaces.id })
        .from(spaces)
        .where(inArray(spaces.id, readableSpaces(actor)))
    )
      .map(({ id }) => id)
      .filter((id) => ids.includes(id));
    expect([who, byQuery.sort()]).toEqual([who, byRule.sort()]);
  }
});

test('a space asked for by its id is the one that the list shows, or none', async () => {
  actors['a member for many'] = await placed('member', await anOrganisation());
  for (let n = 0; n < 5; n++)
    await db.insert(affiliations).values({
      id: newId(),
      personId: (actors['a member for many'] as Member).personId,
      organisationId: await anOrganisation(),
      mandate: 'speak',
      startsAt: new Date(1),
      createdAt: new Date(1)
    });
  actors['a member for many'] = await readActor(tokens.at(-1));
  for (const [who, actor] of Object.entries(actors)) {
    const listed = new Map((await spacesSeen(actor, db)).map((space) => [space.id, space]));
    for (const { id } of every) expect([who, await spaceSeen(actor, db, id)]).toEqual([who, listed.get(id)]);
  }
});

test('a stranger reads four of six spaces, a member five, a guest two: the rule is not empty', async () => {
  const count = async (actor: Actor) =>
    (
      await db
        .select({ id: spaces.id })
        .from(spaces)
        .where(inArray(spaces.id, readableSpaces(actor)))
    ).filter(({ id }) => every.some((space) => space.id === id)).length;
  expect(await count(guest)).toBe(2);
  expect(await count(actors.stranger)).toBe(4);
  expect(await count(actors.observer)).toBe(5);
  expect(await count(actors['a member through an organisation'])).toBe(5);
  expect(await count(actors['a member whose mandate ended'])).toBe(4);
  expect(await count(actors.administrator)).toBe(6);
});

test('the rule stands inside a query that joins spaces and their people itself', async () => {
  const rows = await db
    .select({ id: spaceMembers.spaceId })
    .from(spaceMembers)
    .innerJoin(spaces, eq(spaces.id, spaceMembers.spaceId))
    .where(inArray(spaceMembers.spaceId, readableSpaces(actors.stranger)));
  const restricted = every.filter(({ visibility }) => visibility === 'restricted').map(({ id }) => id);
  expect(rows.length).toBeGreaterThan(0);
  expect(rows.filter(({ id }) => restricted.includes(id))).toEqual([]);
});
