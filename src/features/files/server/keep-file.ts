import { and, eq } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic, db } from '#lib/server/db.ts';
import { limit } from '#lib/server/limits.ts';
import { nameFor, shownName } from '../file-name.ts';
import { limits, refusalBefore, type FileView } from '../files.ts';
import { lookInside } from './look-inside.ts';
import { oneByOne } from './one-by-one.ts';
import { mustHaveRoom } from './quota.ts';
import { discard, isThere, putAway, takeIn, type Incoming } from './shelf.ts';
import { files } from './tables.ts';
import { fileView } from './views.ts';

/**
 * Keeps a file that someone sends, for themselves until they attach it. `size` is what the sender says it weighs: it
 * spares the sending, and is not believed. The row exists only after the bytes are on the disk.
 * Refuses not-signed-in, too-many, or invalid: `file-path`, `file-type`, `file-lying-extension`, `file-macros`,
 * `file-bomb`, `file-empty`, `file-too-large`, `file-cut`, `file-quota`.
 */
export async function keepFile(
  actor: Actor,
  { name, size }: { name: string; size: number | null },
  stream: ReadableStream<Uint8Array>
): Promise<FileView> {
  const { personId } = mustBeSignedIn(actor);
  await limit('upload', personId, limits.uploadsPerHour, 3600);
  const shown = shownName(name);
  const why = refusalBefore({ name: shown, size: size ?? 1 });
  if (why) throw new Refusal('invalid', why, 'file');
  await mustHaveRoom(db, personId, size ?? 0);
  const incoming = await takeIn(stream);
  try {
    const content = await lookInside(incoming.handle, incoming.bytes);
    if (!content) throw new Refusal('invalid', 'file-type', 'file');
    const file = { name: nameFor(shown, content.type), type: content.type, ...(content.size ?? {}) };
    return await oneByOne(personId, () => store(personId, file, incoming));
  } finally {
    await incoming.handle.close();
    await discard(incoming.path);
  }
}

/** Bytes first, then the row; bytes that the person has sent before are not stored again. */
async function store(
  personId: string,
  file: Pick<FileView, 'name' | 'type'> & { width?: number; height?: number },
  { path, bytes, sha256 }: Incoming
): Promise<FileView> {
  const id = newId();
  const [known] = await db
    .select({ storedId: files.storedId })
    .from(files)
    .where(and(eq(files.personId, personId), eq(files.sha256, sha256)))
    .limit(1);
  const again = known !== undefined && (await isThere(known.storedId));
  if (!again) {
    await mustHaveRoom(db, personId, bytes);
    await putAway(path, id);
  }
  const createdAt = new Date();
  const [row] = await atomic((tx) =>
    tx
      .insert(files)
      .values({
        ...file,
        id,
        personId,
        storedId: again ? known.storedId : id,
        bytes,
        sha256,
        keepUntil: new Date(createdAt.getTime() + limits.looseDays * 86_400_000),
        createdAt
      })
      .returning()
  );
  return fileView(row);
}
