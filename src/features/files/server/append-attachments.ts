import { and, eq, inArray, isNull } from 'drizzle-orm';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import { limits, type FileView } from '../files.ts';
import { files } from './tables.ts';
import { fileView } from './views.ts';

/**
 * Attaches files of `personId` to what they say now, within the transaction that says it. A file belongs to one thing.
 * `isSealed`: who says it is known to nobody, and then nothing keeps who sent it.
 * Refuses invalid `file-unknown` for one that is not theirs, was swept, or is attached elsewhere; `too-many-files`.
 */
export async function appendAttachments(
  tx: Tx,
  personId: string,
  ids: string[],
  { kind, id, isSealed = false }: { kind: 'post'; id: string; isSealed?: boolean }
): Promise<FileView[]> {
  if (ids.length === 0) return [];
  if (ids.length > limits.perPost) throw new Refusal('invalid', 'too-many-files', 'attachments');
  const rows = await tx
    .update(files)
    .set({
      attachedKind: kind,
      attachedId: id,
      keepUntil: null,
      ...(isSealed ? { personId: null } : {})
    })
    .where(and(inArray(files.id, ids), eq(files.personId, personId), isNull(files.attachedId)))
    .returning();
  if (rows.length !== new Set(ids).size) throw new Refusal('invalid', 'file-unknown', 'attachments');
  return rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)).map(fileView);
}
