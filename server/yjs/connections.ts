import { Refusal } from '#lib/refusal.ts';
import type { Announcement } from '#lib/server/announce.ts';
import { log } from '#lib/server/log.ts';
import { remember } from '#lib/server/remember.ts';
import { bounds } from './bounds.ts';
import { keepers } from './kinds.ts';
import type { Peer } from './peer.ts';

/** Every open socket by who holds it, and how often access changed: what was read before a change is read again. */
const register = remember('yjs-connections', () => ({
  byWho: new Map<string, Set<Peer>>(),
  changes: 0
}));

export const accessChanges = (): number => register.changes;

/** Lists a socket. Refuses one too many of the same person (or guest's address). */
export function enlist(connection: Peer): void {
  const own = register.byWho.get(connection.who) ?? new Set();
  const guest = connection.pass.actor.kind === 'guest';
  const documents = new Set([...own].map(({ pass }) => pass.id)).add(connection.pass.id);
  if (
    own.size >= (guest ? bounds.socketsPerAddress : bounds.socketsPerPerson) ||
    (!guest && documents.size > bounds.documentsPerPerson)
  )
    throw new Refusal('too-many', 'too-many-documents');
  register.byWho.set(connection.who, own.add(connection));
}

export function delist(connection: Peer): void {
  const own = register.byWho.get(connection.who);
  own?.delete(connection);
  if (own?.size === 0) register.byWho.delete(connection.who);
}

export const everyConnection = (): Peer[] => [...register.byWho.values()].flatMap((own) => [...own]);

/** Ends at once every socket of a person, or of one sign-in: they signed out, or were shut out. */
export function endSockets(who: { personId: string } | { signInId: string }): void {
  register.changes += 1;
  for (const connection of everyConnection()) {
    const { actor } = connection.pass;
    if (
      actor.kind === 'member' &&
      ('personId' in who ? actor.personId === who.personId : actor.signInId === who.signInId)
    )
      connection.refuse('not-signed-in', 'not-signed-in');
  }
}

/** Reads again what people may do in the documents that an announced fact concerns. */
export async function recheck(fact: Announcement): Promise<void> {
  const concerned = new Map(Object.values(keepers).map((keeper) => [keeper, keeper.accessChangedBy(fact)]));
  if ([...concerned.values()].every((documents) => documents === undefined)) return;
  register.changes += 1;
  const checks = everyConnection()
    .filter(({ pass }) => ['all', pass.id].includes(concerned.get(pass.keeper) ?? ''))
    .map((connection) => connection.recheck());
  for (const check of await Promise.allSettled(checks))
    if (check.status === 'rejected') log.error({ fault: String(check.reason) }, 'access was not read again');
}
