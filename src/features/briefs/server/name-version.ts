import * as Y from 'yjs';
import type * as v from 'valibot';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { readAct } from '#features/people/server/read-act.ts';
import type { Actor } from '#features/people/people.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { events, type newVersion } from '../briefs.ts';
import { countWords } from '../words.ts';
import { findBrief } from './find-brief.ts';
import { briefKeeper } from './keeper.ts';
import { briefVersions } from './tables.ts';
import { textOf } from '../text-json.ts';
import { docOf } from './text.ts';

/** Keeps the text as it is stored now under a name. Refuses not-found, not-allowed to who may not edit. */
export async function nameVersion(
  actor: Actor,
  briefId: string,
  input: v.InferOutput<typeof newVersion>
): Promise<{ id: string }> {
  const { brief, role } = await findBrief(actor, briefId);
  if (role !== 'edit') throw new Refusal('not-allowed');
  const act = await readAct(actor, input.capacity);
  const doc = docOf(await briefKeeper.load(briefId));
  const text = textOf(doc);
  const id = newId();
  await atomic(async (tx) => {
    await tx.insert(briefVersions).values({
      ...act,
      id,
      briefId,
      name: input.name,
      state: Buffer.from(Y.encodeStateAsUpdate(doc)),
      text,
      words: countWords(text, brief.lang),
      createdAt: new Date()
    });
    await appendEntry(tx, {
      action: events.versionNamed,
      actor: act,
      object: { kind: 'brief', id: briefId },
      spaceId: brief.space.id,
      text: JSON.stringify(text),
      detail: { version: id }
    });
  });
  announce({ name: events.versionNamed, rooms: [], payload: { id, briefId, name: input.name } });
  return { id };
}
