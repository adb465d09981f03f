import { nameHead } from '#features/attendance/server/name-head.ts';
import { before, minute, personOf, type World } from './world.ts';

/** Two delegations of the session that is live, and one of the session to come, have said who leads them. */
const heads = { live: ['ministry.sn', 'fatoumata.traore'], coming: ['ministry.mw'] };

export async function seedDelegations(
  world: World,
  sessions: { live: string; coming: string }
): Promise<void> {
  for (const which of ['live', 'coming'] as const)
    for (const key of heads[which]) {
      const head = personOf(world, key);
      await nameHead(
        head,
        { session: sessions[which], person: head.personId },
        before(world.now, 3 * minute)
      );
    }
}
