import { sql } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { readableSpaces } from '#features/spaces/server/read-readable.ts';
import { spaces } from '#features/spaces/server/tables.ts';
import type { Names } from '#lib/names.ts';
import { db } from '#lib/server/db.ts';
import type { Expression, Sought } from './expression.ts';
import { facet } from './facets.ts';

export interface ReadableSpace {
  id: string;
  slug: string;
  titles: Names;
}

/**
 * What `actor` may find, as a part of what is looked for: the index is never asked for anything else, so nothing else is
 * ranked, counted or cut. `granted`: texts opened to them one by one, in spaces that they may not read.
 */
export async function readRights(
  actor: Actor,
  granted: string[]
): Promise<{ readable: ReadableSpace[]; rights: Sought }> {
  const rows = await db
    .select({
      id: spaces.id,
      slug: spaces.slug,
      titles: spaces.titles,
      may: sql<number | boolean>`${spaces.id} in ${readableSpaces(actor)}`
    })
    .from(spaces);
  const readable = rows.filter(({ may }) => Boolean(may));
  const closed = rows.filter(({ may }) => !may);
  const guests: Expression[] = actor.kind === 'guest' ? [{ facet: facet.membersOnly }] : [];
  // Of two lists that say the same, the shorter one: a platform has a few closed spaces, or a few open ones.
  if (granted.length === 0 && closed.length < readable.length)
    return {
      readable,
      rights: { all: [], none: [...closed.map(({ id }) => ({ facet: facet.space(id) })), ...guests] }
    };
  return {
    readable,
    rights: {
      all: [
        {
          any: [
            { facet: facet.space('none') },
            ...readable.map(({ id }) => ({ facet: facet.space(id) })),
            ...granted.slice(0, 500).map((id) => ({ facet: facet.object(id) }))
          ]
        }
      ],
      none: guests
    }
  };
}
