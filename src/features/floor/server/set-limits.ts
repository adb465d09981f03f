import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { Refusal } from '#lib/refusal.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { currentItem, readItemNumbers } from '#features/sessions/server/read-agenda.ts';
import { floorKey, type TurnLimits } from '../floor.ts';
import { turnKinds } from '../queue.ts';
import { appendLog } from './append-log.ts';
import { keepList } from './change-list.ts';
import { limitsUnder, readList } from './read-list.ts';
import { speakerTurns } from './tables.ts';

/** How long one may speak, by kind: in the whole session, or under one item of the agenda. The turn that runs keeps its own limit. */
export async function setLimits(
  actor: Actor,
  input: { session: string; item?: string; limits: TurnLimits },
  at = new Date()
): Promise<void> {
  await changeSession(actor, input.session, at, { led: true }, async (change) => {
    const { tx, session, seq } = change;
    const items = await readItemNumbers(tx, session.id);
    if (input.item && !items.has(input.item)) throw new Refusal('not-found');
    const before = await readList(tx, session.id);
    const list = input.item
      ? { ...before, itemLimits: { ...before.itemLimits, [input.item]: input.limits } }
      : { ...before, limits: input.limits };
    await keepList(change, list);
    const itemId = (await currentItem(tx, session.id))?.id ?? null;
    // Who waits sees the time that they would have now; who was called back keeps what was left of theirs.
    for (const kind of turnKinds)
      await tx
        .update(speakerTurns)
        .set({ limitSeconds: limitsUnder(list, itemId)[kind], seq })
        .where(
          and(
            eq(speakerTurns.sessionId, session.id),
            eq(speakerTurns.kind, kind),
            isNull(speakerTurns.startedAt),
            isNull(speakerTurns.withdrawnAt),
            isNull(speakerTurns.calledBackAt)
          )
        );
    change.changed(floorKey);
    await appendLog(change, 'floor.limits_set', {
      detail: { ...input.limits, item: (input.item && items.get(input.item)) || null }
    });
  });
}
