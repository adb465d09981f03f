import type * as v from 'valibot';
import { readAct } from '#features/people/server/read-act.ts';
import type { Actor } from '#features/people/people.ts';
import { refusalOf } from '#features/spaces/server/may.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { atomic } from '#lib/server/db.ts';
import { events, type newBrief, type TextNode } from '../briefs.ts';
import { appendBrief } from './append-brief.ts';
import { mayStartBrief } from './may.ts';
import { templateOf } from './templates.ts';

/**
 * Starts a brief from the template of its type, in its language. The first text is made here, once, in the same
 * transaction as the brief: there is no brief without a text, and no client ever fills one.
 * `text` instead of the template is for imports and the demo. Refuses not-found (forum), not-allowed, no-mandate.
 */
export async function startBrief(
  actor: Actor,
  input: v.InferOutput<typeof newBrief>,
  given: { text?: TextNode; illustrative?: boolean } = {}
): Promise<{ id: string }> {
  const space = await readSpace(actor, { slug: input.forum });
  if (!mayStartBrief(actor, space))
    throw actor.kind === 'guest' ? new Refusal('not-signed-in') : refusalOf(space);
  const act = await readAct(actor, input.capacity);
  const { id } = await atomic((tx) =>
    appendBrief(
      tx,
      act,
      {
        spaceId: space.id,
        type: input.type,
        name: input.title,
        lang: input.lang,
        targetBody: input.targetBody ?? null,
        agendaItem: input.agendaItem ?? null,
        deadline: input.deadline ? new Date(`${input.deadline}T23:59:00Z`) : null,
        illustrative: given.illustrative ?? false
      },
      { text: given.text ?? templateOf(input.type, input.lang), written: given.text !== undefined }
    )
  );
  announce({ name: events.started, rooms: [], payload: { id, title: input.title, spaceId: space.id } });
  return { id };
}
