import { eq } from 'drizzle-orm';
import type { EntryActor } from '#features/audit/audit.ts';
import type { Tx } from '#lib/server/db.ts';
import type { PendingInput } from '../pending.ts';
import { readSpaceRule } from './attribution/read-attribution.ts';
import { threads } from './tables.ts';

interface Place {
  threadId: string | null;
  spaceId: string;
  input: PendingInput;
}

/**
 * Who acts upon a waiting text, for the record; nobody where it waits for a room under the Chatham House Rule: the post
 * keeps the id under which it waited, and the chain must not say whose it is.
 */
export const actorOf = async (tx: Tx, row: Place, actor: EntryActor | null): Promise<EntryActor | null> =>
  (await willBeSealed(tx, row)) ? null : actor;

/** Whether what waits is to be said under the Rule. */
export async function willBeSealed(tx: Tx, row: Place): Promise<boolean> {
  if (!row.threadId) {
    const purpose = (row.input.purpose ?? 'discussion') as Parameters<typeof readSpaceRule>[2];
    return (await readSpaceRule(tx, row.spaceId, purpose)) !== null;
  }
  const [thread] = await tx
    .select({ since: threads.unattributedSince })
    .from(threads)
    .where(eq(threads.id, row.threadId));
  return Boolean(thread?.since);
}
