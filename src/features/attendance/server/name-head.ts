import { and, eq, isNull } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { delegationOf } from '#features/sessions/delegations.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { mayLead } from '#features/sessions/server/may.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { headsKey } from '../delegations.ts';
import { sessionHeads } from './delegation-tables.ts';
import { readMembers } from './read-members.ts';

/**
 * Says who leads a delegation: one of it who is here or registered, named by another one of it or by the chair. The former head is one no
 * longer; naming the same person again changes nothing. Who speaks for themselves has no delegation to lead.
 */
export async function nameHead(
  actor: Actor,
  input: { session: string; person: string },
  at = new Date()
): Promise<void> {
  await changeSession(actor, input.session, at, {}, async (change) => {
    const { tx, session, member, space } = change;
    const [head] = await readMembers(tx, session.id, input.person);
    const [own] = await readMembers(tx, session.id, member.personId);
    const key = head && delegationOf(head.act);
    const ofIt = own !== undefined && key === delegationOf(own.act);
    if (!mayLead(actor, space, session) && !ofIt) throw new Refusal('not-allowed', 'not-of-delegation');
    if (!key) throw new Refusal('conflict', 'not-of-delegation');
    if (head.act.capacity === 'personal') throw new Refusal('conflict', 'head-of-nobody');
    const namedBy = ofIt ? own.act : await readAct(actor, member.actingAs, 'speak', tx);
    const current = and(
      eq(sessionHeads.sessionId, session.id),
      eq(sessionHeads.key, key),
      isNull(sessionHeads.endedAt)
    );
    const [former] = await tx.select().from(sessionHeads).where(current);
    if (former?.personId === input.person) return;
    if (former) await tx.update(sessionHeads).set({ endedAt: at }).where(current);
    await tx
      .insert(sessionHeads)
      .values({ id: newId(), sessionId: session.id, key, ...head.act, namedBy, namedAt: at });
    change.changed(headsKey);
    await appendEntry(tx, {
      action: 'session.head-named',
      actor: namedBy,
      object: { kind: 'session', id: session.id },
      spaceId: session.spaceId,
      detail: { person: input.person },
      at
    });
  });
}
