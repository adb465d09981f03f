import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { mandatesOf } from './read-standing.ts';
import { spaceMembers, spaces } from './tables.ts';

/**
 * The ids of the spaces that `actor` may read, as a subquery: `inArray(threads.spaceId, readableSpaces(actor))`. The rule is
 * mayReadSpace; a test holds the two together. Names of its own (s, m), so that it stands inside any query.
 */
export function readableSpaces(actor: Actor): SQL {
  if (actor.kind === 'guest') return sql`(select s.id from ${spaces} s where s.visibility = 'public')`;
  if (actor.administrator) return sql`(select s.id from ${spaces} s)`;
  return sql`(select s.id from ${spaces} s where s.visibility in ('public', 'members') or s.id in (${ownSpaces(actor)}))`;
}

/** The ids of the spaces that someone has a place in, in whatever role. */
export function ownSpaces(actor: Actor): SQL {
  const own = actor.kind === 'member' ? actor.personId : '';
  const through = sql.join(
    mandatesOf(actor).map((id) => sql`${id}`),
    sql`, `
  );
  return sql`select m.space_id from ${spaceMembers} m where m.person_id = ${own} and (m.through is null or m.through in (${through}))`;
}
