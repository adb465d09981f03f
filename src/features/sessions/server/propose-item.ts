import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { mayContribute, refusalOf } from '#features/spaces/server/may.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { planningKey, planningLimits } from '../planning.ts';
import { changeSession } from './change-session.ts';
import { listItemProposals } from './list-planned.ts';
import { sessionItemProposals } from './plan-tables.ts';

export interface NewItemProposal {
  session: string;
  title: string;
  minutes: number;
  reason?: string;
  capacity: string;
}

/** A participant asks to have an item on the agenda. Everybody sees it; the organisers decide. */
export async function proposeItem(actor: Actor, input: NewItemProposal, at = new Date()): Promise<void> {
  await changeSession(actor, input.session, at, {}, async ({ tx, member, session, space, changed }) => {
    if (!mayContribute(actor, space)) throw refusalOf(space);
    const open = await listItemProposals(tx, session.id);
    const own = open.filter(({ by }) => by.personId === member.personId);
    if (own.length >= planningLimits.ownProposals || open.length >= planningLimits.proposals)
      throw new Refusal('too-many', 'too-many-item-proposals');
    const act = await readAct(actor, input.capacity, 'speak', tx);
    const id = newId();
    const { title: itemTitle, minutes, reason = null } = input;
    const row = { id, sessionId: session.id, itemTitle, minutes, reason, ...act, proposedAt: at };
    await tx.insert(sessionItemProposals).values(row);
    changed(planningKey);
    await appendEntry(tx, {
      action: 'session.item-proposed',
      actor: act,
      object: { kind: 'session-item-proposal', id },
      spaceId: session.spaceId,
      text: itemTitle,
      at
    });
  });
}
