import { eq } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { appendDocument } from '#features/search/server/append-document.ts';
import { Refusal } from '#lib/refusal.ts';
import { announce } from '#lib/server/announce.ts';
import { planningKey } from '../planning.ts';
import type { RevisedSession } from '../planning-inputs.ts';
import { changeSession } from './change-session.ts';
import { sessionDocument } from './list-documents.ts';
import { listParts } from './list-parts.ts';
import { readAgenda } from './read-agenda.ts';
import { sessions } from './tables.ts';

/**
 * Moves a session that was not opened yet in time or place, or changes on which terms one comes. Each revision is the next SEQUENCE of its
 * calendar entry. Who revises what another has revised meanwhile is refused (`session-revised`); who changes nothing revises nothing.
 */
export async function reviseSession(actor: Actor, input: RevisedSession, at = new Date()): Promise<void> {
  const spaceId = await changeSession(actor, input.session, at, { organised: true }, async (change) => {
    const { tx, session } = change;
    if (session.openedAt) throw new Refusal('conflict', 'session-open-already');
    if (session.revision !== input.revision) throw new Refusal('conflict', 'session-revised');
    const { startsAt, endsAt, timezone, place = null, onlineLink = null, registrationRule = 'open' } = input;
    const next = {
      ...{ startsAt, endsAt, timezone, place, onlineLink, registrationRule },
      capacity: input.capacity_people ?? null,
      reminders: [...new Set(input.reminders ?? [])].sort((a, b) => b - a)
    };
    const was = {
      ...session,
      registrationRule: session.registrationRule ?? 'open',
      reminders: session.reminders ?? []
    };
    if (Object.entries(next).every(([key, value]) => same(was[key as keyof typeof was], value))) return null;
    const revision = session.revision + 1;
    const [row] = await tx
      .update(sessions)
      .set({ ...next, revision })
      .where(eq(sessions.id, session.id))
      .returning();
    await appendDocument(tx, sessionDocument(row, await readAgenda(tx, session.id)));
    change.changed(planningKey);
    change.session = row;
    for (const part of listParts()) await part.planned?.(change, 'revised', revision);
    await appendEntry(tx, {
      action: 'session.revised',
      actor: await readAct(actor, 'personal', 'speak', tx),
      object: { kind: 'session', id: session.id },
      spaceId: session.spaceId,
      at
    });
    return session.spaceId;
  });
  if (spaceId) announce({ name: 'session.revised', rooms: [], payload: { id: input.session, spaceId } });
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
