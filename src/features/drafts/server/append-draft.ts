import { and, eq, lte } from 'drizzle-orm';
import { hub } from '#lib/server/hub.ts';
import type { Tx } from '#lib/server/db.ts';
import { events, personRoom, type DraftEvent } from '../drafts.ts';
import { drafts } from './tables.ts';

/**
 * Drops the draft that was just posted, within the transaction that posts it. `seen`: the revision that was posted; a
 * later one is something that its author wrote since, and stays. undefined: nothing was drafted.
 */
export async function clearDraft(
  tx: Tx,
  personId: string,
  place: string,
  seen: number | undefined
): Promise<void> {
  if (seen)
    await tx
      .delete(drafts)
      .where(and(eq(drafts.personId, personId), eq(drafts.place, place), lte(drafts.revision, seen)));
}

/**
 * Tells the person's other devices, after the commit. Not `announce`: nobody else hears of a draft, and pages kept for
 * guests stay good while members type.
 */
export function tellDraft(personId: string, place: string, revision = 0): void {
  const room = personRoom(personId);
  hub().emit(room, events.draftChanged, { room, place, revision } satisfies DraftEvent);
}
