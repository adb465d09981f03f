import { and, eq, isNull } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { appendDocument } from '#features/search/server/append-document.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { planningKey } from '../planning.ts';
import { agendaKey, limits } from '../sessions.ts';
import { changeSession } from './change-session.ts';
import { sessionDocument } from './list-documents.ts';
import { sessionItemProposals } from './plan-tables.ts';
import { readAgenda } from './read-agenda.ts';
import { sessionItems } from './tables.ts';

/** The organisers take a proposed item onto the agenda, as its last, or decline it. What was decided is decided once. */
export async function decideItemProposal(
  actor: Actor,
  input: { session: string; proposal: string; answer: 'accepted' | 'declined' },
  at = new Date()
): Promise<void> {
  await changeSession(actor, input.session, at, { organised: true }, async ({ tx, session, changed }) => {
    const accepted = input.answer === 'accepted';
    const items = await readAgenda(tx, session.id);
    if (accepted && items.length >= limits.items) throw new Refusal('conflict', 'agenda-too-long');
    const by = await readAct(actor, 'personal', 'speak', tx);
    const itemId = accepted ? newId() : null;
    const [row] = await tx
      .update(sessionItemProposals)
      .set({ decidedAt: at, decidedBy: by, accepted, itemId })
      .where(
        and(
          eq(sessionItemProposals.id, input.proposal),
          eq(sessionItemProposals.sessionId, session.id),
          isNull(sessionItemProposals.decidedAt)
        )
      )
      .returning();
    if (!row) throw new Refusal('conflict', 'item-proposal-decided');
    if (itemId) {
      const { itemTitle: title, minutes } = row;
      const position = Math.max(0, ...items.map((item) => item.position)) + 1;
      await tx.insert(sessionItems).values({ id: itemId, sessionId: session.id, position, title, minutes });
      await appendDocument(tx, sessionDocument(session, [...items, { title }]));
      changed(agendaKey);
    }
    changed(planningKey);
    await appendEntry(tx, {
      action: accepted ? 'session.item-accepted' : 'session.item-declined',
      actor: by,
      object: { kind: 'session-item-proposal', id: row.id },
      spaceId: session.spaceId,
      at
    });
  });
}
