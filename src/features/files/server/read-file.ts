import type { ReadStream } from 'node:fs';
import { eq } from 'drizzle-orm';
import { isId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import type { FileView } from '../files.ts';
import { bytesOf } from './shelf.ts';
import { files } from './tables.ts';
import { fileView } from './views.ts';

export interface KeptFile extends FileView {
  personId: string | null;
  /** What it is attached to; null while it is its sender's alone. */
  attached: { kind: 'post'; id: string } | null;
  /** Its bytes, from `start` to `end` inclusive. Nothing is opened before it is called. */
  open(range?: { start: number; end: number }): ReadStream;
}

/** A file and the way to its bytes. It asks no rights: the door (or the export) asks those of what it is attached to. */
export async function readFile(id: string): Promise<KeptFile> {
  const [row] = isId(id) ? await db.select().from(files).where(eq(files.id, id)) : [];
  if (!row) throw new Refusal('not-found');
  return {
    ...fileView(row),
    personId: row.personId,
    attached: row.attachedKind && row.attachedId ? { kind: row.attachedKind, id: row.attachedId } : null,
    open: (range) => bytesOf(row.storedId, range)
  };
}
