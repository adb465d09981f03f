import type { Actor } from '#features/people/people.ts';
import { countRequests } from '#features/spaces/server/list-requests.ts';
import { mayContribute, mayListMembers, mayModerate } from '#features/spaces/server/may.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';

/** What every page of a space knows: the space, what its reader may do there, and how many wait to be let in. */
export async function readHead(actor: Actor, slug: string) {
  const space = await readSpace(actor, { slug });
  const moderate = mayModerate(actor, space);
  return {
    space,
    may: { contribute: mayContribute(actor, space), moderate, list: mayListMembers(actor, space) },
    waiting: moderate ? await countRequests(space.id) : 0
  };
}
