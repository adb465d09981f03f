import type * as v from 'valibot';
import { readAct } from '#features/people/server/read-act.ts';
import type { Actor } from '#features/people/people.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic, isUniqueViolation } from '#lib/server/db.ts';
import { events, type newPublication } from '../briefs.ts';
import { appendPublication } from './append-publication.ts';
import { findBrief } from './find-brief.ts';
import { mayPublishBrief } from './may.ts';

/**
 * Publishes the text as it is stored now, for ever, at a number of its own; a later correction is another number.
 * It carries the organisations that wrote it, as they were then. Refuses not-allowed, `nothing-written`, or conflict
 * when somebody published in the same moment.
 */
export async function publishBrief(
  actor: Actor,
  briefId: string,
  input: v.InferOutput<typeof newPublication>
): Promise<{ number: number }> {
  const { brief, standing } = await findBrief(actor, briefId);
  if (!mayPublishBrief(actor, standing))
    throw new Refusal(actor.kind === 'guest' ? 'not-signed-in' : 'not-allowed');
  const act = await readAct(actor, input.capacity);
  try {
    const published = await atomic((tx) => appendPublication(tx, act, brief));
    if (!published) throw new Refusal('invalid', 'nothing-written');
    const { number } = published;
    announce({ name: events.published, rooms: [], payload: { briefId, number, title: brief.title } });
    return { number };
  } catch (fault) {
    if (isUniqueViolation(fault)) throw new Refusal('conflict');
    throw fault;
  }
}
