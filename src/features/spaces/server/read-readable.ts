import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { askerOf, type Asker } from './read-standing.ts';
import { spaceMembers, spaces } from './tables.ts';

/**
 * The ids of the spaces that `actor` may read, as a subquery: `inArray(threads.spaceId, readableSpaces(actor))`. The rule is
 * mayReadSpace; a test holds the two together. Names of its own (s, m), so that it stands inside any query.
 */
export function readableSpaces(actor: Actor): SQL {
  const asker = askerOf(actor);
  if (asker.kind === 'guest') return sql`(select s.id from ${spaces} s where s.visibility = 'public')`;
  if (asker.kind === 'administrator') return sql`(select s.id from ${spaces} s)`;
  return sql`(select s.id from ${spaces} s where s.visibility in ('public', 'members') or s.id in (${spacesOf(asker)}))`;
}

/** The ids of the spaces that someone has a place in, in whatever role. */
export const ownSpaces = (actor: Actor): SQL => spacesOf(askerOf(actor));

function spacesOf({ personId, mandates }: Asker): SQL {
  const through = sql.join(
    mandates.map((id) => sql`${id}`),
    sql`, `
  );
  return sql`select m.space_id from ${spaceMembers} m where m.person_id = ${personId} and (m.through is null or m.through in (${through}))`;
}
