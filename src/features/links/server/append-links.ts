import { and, eq } from 'drizzle-orm';
import type { Tx } from '#lib/server/db.ts';
import type { Source, Target } from '../links.ts';
import { readTargets } from './read-targets.ts';
import { links } from './tables.ts';

/**
 * Keeps what a text points at, in place of what it pointed at before, within the transaction that writes the text.
 * Returns the targets. An empty text points at nothing: a withdrawal calls it too.
 */
export async function appendLinks(
  tx: Tx,
  source: Source,
  text: string,
  isNew: boolean,
  at = new Date()
): Promise<Target[]> {
  const targets = readTargets(text);
  if (!isNew) await tx.delete(links).where(and(eq(links.fromKind, source.kind), eq(links.fromId, source.id)));
  if (targets.length > 0)
    await tx.insert(links).values(
      targets.map(({ kind, id, post }) => ({
        fromKind: source.kind,
        fromId: source.id,
        threadId: source.threadId,
        spaceId: source.spaceId,
        membersOnly: source.membersOnly ?? false,
        toKind: kind,
        toId: id,
        toPost: post ?? 0,
        createdAt: at
      }))
    );
  return targets;
}
