import * as Y from 'yjs';
import type { Decoded } from './frames.ts';

/** The client ids whose text an update brings and the document has not. */
export function newClients(doc: Y.Doc, { structs }: Decoded): Set<number> {
  const clients = new Set<number>();
  for (const struct of structs)
    if (
      !(struct instanceof Y.Skip) &&
      struct.id.clock + struct.length > Y.getState(doc.store, struct.id.client)
    )
      clients.add(struct.id.client);
  return clients;
}

/** Whether an update only takes text away. */
export const onlyDeletes = ({ structs }: Decoded): boolean =>
  structs.every((struct) => struct instanceof Y.Skip);

/**
 * Whether all that an update builds on is in the document or in the update itself. Yjs would keep one that is not
 * whole aside until its past arrives, perhaps for ever, in nobody's text; here nothing is kept that cannot be read.
 */
export function isWhole(doc: Y.Doc, { structs, ds }: Decoded): boolean {
  const ends = new Map<number, number>();
  const endOf = (client: number) => ends.get(client) ?? Y.getState(doc.store, client);
  for (const struct of structs) {
    if (struct instanceof Y.Skip) continue;
    const { client, clock } = struct.id;
    if (clock > endOf(client)) return false;
    ends.set(client, Math.max(endOf(client), clock + struct.length));
  }
  const isKnown = (id: unknown) => !(id instanceof Y.ID) || id.clock < endOf(id.client);
  for (const struct of structs)
    if (
      struct instanceof Y.Item &&
      !(isKnown(struct.origin) && isKnown(struct.rightOrigin) && isKnown(struct.parent))
    )
      return false;
  for (const [client, ranges] of ds.clients)
    for (const { clock, len } of ranges) if (clock + len > endOf(client)) return false;
  return true;
}
