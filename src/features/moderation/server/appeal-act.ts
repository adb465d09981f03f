import type * as v from 'valibot';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, isUniqueViolation, type Tx } from '#lib/server/db.ts';
import { appealable, events, type ModerationEvent, type newAppeal } from '../moderation.ts';
import { eventOf, type ActRow } from './append-act.ts';
import { findAct } from './find-act.ts';
import { actAppeals } from './tables.ts';

/** Asks, once an act, that someone else look at it. Refuses not-found, not-allowed, conflict `appealed-before`. */
export async function appealAct(
  actor: Actor,
  { actId, words }: v.InferOutput<typeof newAppeal>
): Promise<void> {
  const member = mustBeSignedIn(actor);
  const { act, own } = await findAct(actor, actId);
  if (!own || !appealable.includes(act.kind)) throw new Refusal('not-allowed');
  await appeal(act, member.personId, words);
}

/** Writes it down; `first` is asked before, in the same transaction. */
export async function appeal(
  act: ActRow,
  personId: string,
  words: string,
  first: (tx: Tx) => Promise<void> = async () => {}
): Promise<void> {
  try {
    await atomic(async (tx) => {
      await first(tx);
      await tx.insert(actAppeals).values({ actId: act.id, personId, words, createdAt: new Date() });
      await appendEntry(tx, {
        action: events.appealed,
        // Whose post it is must not be told by who appeals (a sealed author): the act knows its subject.
        actor: null,
        object: { kind: 'moderation-act', id: act.id },
        threadId: act.threadId,
        spaceId: act.spaceId
      });
    });
  } catch (fault) {
    if (isUniqueViolation(fault)) throw new Refusal('conflict', 'appealed-before');
    throw fault;
  }
  announce<ModerationEvent>({ name: events.appealed, rooms: [], payload: eventOf(act) });
}
