/** Small worlds for tests: each call makes its own people, organisations and spaces, so files do not meet each other. */
import type { Actor, Mandate, Member } from '#features/people/people.ts';
import { readActor } from '#features/people/server/read-actor.ts';
import { startSignIn } from '#features/people/server/start-sign-in.ts';
import { administrators, affiliations, organisations, persons } from '#features/people/server/tables.ts';
import { startSpace } from '#features/spaces/server/start-space.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { spaceMembers } from '#features/spaces/server/tables.ts';
import type { SpaceRole, SpaceView, Visibility } from '#features/spaces/spaces.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';

/** A signed-in person. With `organisation`, they hold `mandate` (default `speak`) for it and act for it by default. */
export async function aMember(
  of: {
    name?: string;
    country?: string;
    organisation?: string;
    mandate?: Mandate;
    administrator?: boolean;
    email?: string;
  } = {}
): Promise<Member & { token: string }> {
  const id = newId();
  await db.insert(persons).values({
    id,
    name: of.name ?? `Person ${id.slice(-6)}`,
    email: of.email ?? `${id}@test.palabre.example`,
    country: of.country ?? 'SN',
    title: null,
    languages: [],
    occupations: [],
    expertise: [],
    illustrative: true,
    createdAt: new Date()
  });
  if (of.administrator) await db.insert(administrators).values({ personId: id, createdAt: new Date() });
  if (of.organisation)
    await db.insert(affiliations).values({
      id: newId(),
      personId: id,
      organisationId: of.organisation,
      mandate: of.mandate ?? 'speak',
      startsAt: new Date(0),
      createdAt: new Date()
    });
  const { token } = await startSignIn(id, null);
  return { ...((await readActor(token)) as Member), token };
}

export async function anOrganisation(
  of: { name?: string; kind?: string; country?: string | null } = {}
): Promise<string> {
  const id = newId();
  const name = of.name ?? `Organisation ${id.slice(-6)}`;
  await db.insert(organisations).values({
    id,
    slug: `org-${id}`,
    kind: of.kind ?? 'ministry',
    names: { en: name },
    about: {},
    country: of.country === undefined ? 'SN' : of.country,
    illustrative: true,
    createdAt: new Date()
  });
  return id;
}

/** A space opened by an administrator. */
export async function aSpace(of: { visibility?: Visibility; title?: string } = {}): Promise<SpaceView> {
  const admin = await aMember({ administrator: true });
  const { id } = await startSpace(admin, {
    slug: `space-${newId()}`,
    kind: 'forum',
    titles: { en: of.title ?? 'A forum' },
    purposes: {},
    countries: [],
    regions: [],
    axis: null,
    topics: [],
    visibility: of.visibility ?? 'public',
    leadOrganisationId: null
  });
  return readSpace(admin, { id });
}

export async function joinSpace(actor: Actor, spaceId: string, role: SpaceRole = 'member'): Promise<void> {
  if (actor.kind === 'member')
    await db.insert(spaceMembers).values({ spaceId, personId: actor.personId, role, createdAt: new Date() });
}
