import type { Actor } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { refusalOf } from '#features/spaces/server/may.ts';
import { attend } from './attend.ts';
import { changeSession } from './change-session.ts';
import { mayTakePart } from './may.ts';

/** Comes into a live session. Coming twice is once; coming in another capacity ends the first stay. */
export async function joinSession(
  actor: Actor,
  input: { session: string; capacity: string },
  at = new Date()
): Promise<void> {
  await changeSession(actor, input.session, at, { live: true }, async ({ tx, session, space }) => {
    if (!mayTakePart(actor, space)) throw refusalOf(space);
    await attend(tx, session.id, await readAct(actor, input.capacity, 'speak', tx), at);
    return {};
  });
}
