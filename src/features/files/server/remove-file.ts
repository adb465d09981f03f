import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { isId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { atomic, db } from '#lib/server/db.ts';
import { oneByOne } from './one-by-one.ts';
import { discard, pathOf } from './shelf.ts';
import { files } from './tables.ts';

/** Takes back a file that was sent and not attached. One that is part of what was said stays with it. */
export async function removeFile(actor: Actor, { id }: { id: string }): Promise<void> {
  const { personId } = mustBeSignedIn(actor);
  if (!isId(id)) throw new Refusal('not-found');
  const [row] = await atomic((tx) =>
    tx
      .delete(files)
      .where(and(eq(files.id, id), eq(files.personId, personId), isNull(files.attachedId)))
      .returning()
  );
  if (!row) throw new Refusal('not-found');
  await discardUnused(row);
}

/** The row goes first: bytes without a row are swept, a row without bytes would be a broken promise. */
export const discardUnused = ({
  personId,
  storedId
}: {
  personId: string | null;
  storedId: string;
}): Promise<void> =>
  oneByOne(personId ?? '', async () => {
    const [used] = await db.select({ id: files.id }).from(files).where(eq(files.storedId, storedId)).limit(1);
    if (!used) await discard(pathOf(storedId));
  });
