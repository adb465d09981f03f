import * as Y from 'yjs';
import type { Decoded } from './frames.ts';

/** The client ids whose text an update brings and the document has not. */
export function newClients(doc: Y.Doc, { structs }: Decoded): Set<number> {
  const clients = new Set<number>();
  for (const struct of structs)
    if (!(struct instanceof Y.Skip) && struct.id.clock + struct.length > Y.getState(doc.store, struct.id.client)) clients.add(struct.id.client);
  return clients;
}

/** Whether an update only takes text away. */
export const onlyDeletes = ({ structs }: Decoded): boolean => structs.every((struct) => struct instanceof Y.Skip);
