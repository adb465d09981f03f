import { and, eq, max } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import type { Names } from '#lib/names.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { noteWritten } from '#lib/server/written.ts';
import { events, type SpaceTextKind } from '../spaces.ts';
import { appendFact } from './append-fact.ts';
import { holdSpace } from './hold-space.ts';
import { mayModerate } from './may.ts';
import { spaceTexts } from './tables.ts';

/**
 * Writes the house rules or the pinned summary anew; what stood before stays in the history. `number` is that of the text
 * that the writer saw (0: none): when another was written meanwhile, nothing is overwritten (conflict `text-changed`).
 * Without any text it is taken away.
 */
export async function writeSpaceText(
  actor: Actor,
  input: { spaceId: string; kind: SpaceTextKind; texts: Names; number: number }
): Promise<void> {
  const member = mustBeSignedIn(actor);
  const { spaceId, kind, texts } = input;
  const name = kind === 'rules' ? events.rulesWritten : events.summaryWritten;
  await atomic(async (tx) => {
    if (!mayModerate(actor, await holdSpace(tx, actor, spaceId))) throw new Refusal('not-allowed');
    const [{ last }] = await tx
      .select({ last: max(spaceTexts.number) })
      .from(spaceTexts)
      .where(and(eq(spaceTexts.spaceId, spaceId), eq(spaceTexts.kind, kind)));
    if ((last ?? 0) !== input.number) throw new Refusal('conflict', 'text-changed');
    const number = input.number + 1;
    await tx
      .insert(spaceTexts)
      .values({ spaceId, kind, number, texts, writtenBy: member.personId, createdAt: new Date() });
    await noteWritten(tx, 'space', spaceId);
    await appendFact(tx, member, name, spaceId, { text: JSON.stringify(texts), detail: { number } });
  });
  announce({ name, rooms: [], payload: { spaceId } });
}
