import { and, desc, eq, inArray, isNotNull, ne, or, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { organisations } from '#features/people/server/tables.ts';
import type { Tx } from '#lib/server/db.ts';
import { prepared } from '#lib/server/prepared.ts';
import type { SpaceView } from '../spaces.ts';
import { readableSpaces } from './read-readable.ts';
import { askerOf, placeOf, standingColumns, suspensionOf, type Asker } from './read-standing.ts';
import { spaceSuspensions } from './suspension-tables.ts';
import { spaceMembers, spaces } from './tables.ts';

const question = (asker: Asker, from: Tx, readable: SQL | undefined, where?: SQL) =>
  from
    .select({
      id: spaces.id,
      slug: spaces.slug,
      kind: spaces.kind,
      circleFunction: spaces.circleFunction,
      titles: spaces.titles,
      purposes: spaces.purposes,
      countries: spaces.countries,
      regions: spaces.regions,
      axis: spaces.axis,
      topics: spaces.topics,
      leadOrganisation: { id: organisations.id, slug: organisations.slug, names: organisations.names },
      ...standingColumns,
      suspendedUntil: spaceSuspensions.until
    })
    .from(spaces)
    .leftJoin(organisations, eq(organisations.id, spaces.leadOrganisationId))
    .leftJoin(spaceMembers, placeOf(asker))
    .leftJoin(spaceSuspensions, suspensionOf(asker))
    .where(and(readable, where))
    .orderBy(desc(spaces.createdAt), desc(spaces.id));

/** The spaces of `where` that `actor` may read, as they see them (their own role is in the view), newest first. */
export const spacesSeen = async (actor: Actor, from: Tx, where?: SQL): Promise<SpaceView[]> =>
  question(askerOf(actor), from, inArray(spaces.id, readableSpaces(actor)), where);

/** The rule of `readableSpaces` where the place is joined already: of one space, without looking at all others. */
const readableHere: Record<Asker['kind'], SQL | undefined> = {
  guest: eq(spaces.visibility, 'public'),
  member: or(ne(spaces.visibility, 'restricted'), isNotNull(spaceMembers.role)),
  administrator: undefined
};

/** Nearly nobody acts for more organisations at once; whoever does is asked for by a statement of their own. */
const mostHoles = 4;
const hole = sql.placeholder;
const mandateHoles = Array.from({ length: mostHoles }, (_, n) => `mandate${n}`);
const byId = (kind: Asker['kind']) =>
  prepared(`space_for_${kind}`, (from) =>
    question(
      {
        kind,
        personId: hole('personId'),
        mandates: mandateHoles.map((name) => hole(name)),
        now: sql`${sql.param(hole('now'), spaceSuspensions.until)}`
      },
      from,
      readableHere[kind],
      eq(spaces.id, hole('id'))
    )
  );
const ready = { guest: byId('guest'), member: byId('member'), administrator: byId('administrator') };

/** One space by its id, as `spacesSeen`: every page and every act asks for it, so the statement is built once. */
export async function spaceSeen(actor: Actor, from: Tx, id: string): Promise<SpaceView | undefined> {
  const { kind, personId, mandates, now } = askerOf(actor);
  if (mandates.length > mostHoles) return (await spacesSeen(actor, from, eq(spaces.id, id)))[0];
  const held = Object.fromEntries(mandateHoles.map((name, n) => [name, mandates[n] ?? mandates[0]]));
  return (await ready[kind]({ id, personId, now, ...held }, from))[0];
}
