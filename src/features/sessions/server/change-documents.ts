import { and, eq, isNull } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { newId } from '#lib/id.ts';
import { Refusal } from '#lib/refusal.ts';
import { planningKey, planningLimits } from '../planning.ts';
import { changeSession } from './change-session.ts';
import { listPapers } from './list-planned.ts';
import { sessionDocuments } from './plan-tables.ts';
import { sessionItems } from './tables.ts';

export interface NewDocument {
  session: string;
  item?: string;
  title: string;
  href?: string;
  owner?: string;
  capacity: string;
}

/** Puts a paper on the list of the session, or of one item; without an address it is expected, and somebody may be named who brings it. */
export async function addDocument(actor: Actor, input: NewDocument, at = new Date()): Promise<void> {
  await changeSession(actor, input.session, at, { organised: true }, async ({ tx, session, changed }) => {
    const { item, title, href = null, owner = null } = input;
    if (item) {
      const mine = and(eq(sessionItems.id, item), eq(sessionItems.sessionId, session.id));
      const [known] = await tx.select({ id: sessionItems.id }).from(sessionItems).where(mine);
      if (!known) throw new Refusal('invalid', 'item-unknown', 'item');
    }
    if ((await listPapers(tx, session.id)).length >= planningLimits.documents)
      throw new Refusal('too-many', 'too-many-papers');
    const act = await readAct(actor, input.capacity, 'speak', tx);
    const id = newId();
    const row = { id, sessionId: session.id, itemId: item ?? null, title, href, owner, addedBy: act };
    await tx.insert(sessionDocuments).values({ ...row, addedAt: at, readyAt: href ? at : null });
    changed(planningKey);
    await appendEntry(tx, {
      action: 'session.document-added',
      actor: act,
      object: { kind: 'session-document', id },
      spaceId: session.spaceId,
      at
    });
  });
}

/** The paper is there: where it is read. */
export const markDocumentReady = (
  actor: Actor,
  { session, document, href }: { session: string; document: string; href: string },
  at = new Date()
): Promise<void> => changePaper(actor, session, document, { href, readyAt: at }, 'ready', at);

/** Takes a paper off the list. */
export const removeDocument = (
  actor: Actor,
  { session, document }: { session: string; document: string },
  at = new Date()
): Promise<void> => changePaper(actor, session, document, { withdrawnAt: at }, 'removed', at);

async function changePaper(
  actor: Actor,
  id: string,
  document: string,
  change: Partial<typeof sessionDocuments.$inferInsert>,
  what: 'ready' | 'removed',
  at: Date
): Promise<void> {
  await changeSession(actor, id, at, { organised: true }, async ({ tx, session, changed }) => {
    const [row] = await tx
      .update(sessionDocuments)
      .set(change)
      .where(
        and(
          eq(sessionDocuments.id, document),
          eq(sessionDocuments.sessionId, session.id),
          isNull(sessionDocuments.withdrawnAt)
        )
      )
      .returning();
    if (!row) throw new Refusal('conflict', 'document-gone');
    changed(planningKey);
    await appendEntry(tx, {
      action: `session.document-${what}`,
      actor: await readAct(actor, 'personal', 'speak', tx),
      object: { kind: 'session-document', id: document },
      spaceId: session.spaceId,
      at
    });
  });
}
