import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { isId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import type { FileView } from '../files.ts';
import { files } from './tables.ts';
import { fileView } from './views.ts';

/** Of these, the ones that are the actor's own and not attached to anything yet, in the order asked for. */
export async function listLooseFiles(actor: Actor, ids: string[]): Promise<FileView[]> {
  const asked = ids.filter(isId);
  if (actor.kind !== 'member' || asked.length === 0) return [];
  const rows = await db
    .select()
    .from(files)
    .where(and(inArray(files.id, asked), eq(files.personId, actor.personId), isNull(files.attachedId)));
  return rows.sort((a, b) => asked.indexOf(a.id) - asked.indexOf(b.id)).map(fileView);
}
