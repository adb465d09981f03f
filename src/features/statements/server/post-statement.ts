import { and, eq, sql } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { mustBeSignedIn, readAct } from '#features/people/server/read-act.ts';
import { appendLinks } from '#features/links/server/append-links.ts';
import { appendDocument } from '#features/search/server/append-document.ts';
import { mayContribute, refusalOf } from '#features/spaces/server/may.ts';
import { dirOf, langOf } from '#lib/dir.ts';
import { Refusal } from '#lib/refusal.ts';
import { db } from '#lib/server/db.ts';
import { statementsKey } from '../statements.ts';
import { appendAttendance } from '#features/attendance/server/append-attendance.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { statementDocument } from './list-documents.ts';
import { viewOf } from './read-statements.ts';
import { statements } from './tables.ts';
import { currentTurn } from '#features/floor/server/read-turns.ts';
import { readAnswerable } from '#features/questions/server/read-answerable.ts';
import { chosenItem, mustBeOpen } from './written.ts';
import { currentItem } from '#features/sessions/server/read-agenda.ts';

/**
 * Posts a statement into the live session, under the open item and, for who has the floor, under their turn; or, in the written window
 * before or after it, under the item that it names, marked as written. It may say which question it answers. An observer posts only with the floor. The id is made by the writer: sending twice posts once and answers alike.
 */
export async function postStatement(
  actor: Actor,
  input: {
    session: string;
    id: string;
    body: string;
    lang: string;
    capacity: string;
    item?: string;
    question?: string;
  },
  at = new Date()
): Promise<{ number: number }> {
  // Sent again after a lost answer, maybe after the end: it is posted already, and the author hears so.
  const { personId } = mustBeSignedIn(actor);
  const [before] = await db
    .select({ number: statements.number })
    .from(statements)
    .where(
      and(
        eq(statements.id, input.id),
        eq(statements.personId, personId),
        eq(statements.sessionId, input.session)
      )
    );
  if (before) return before;
  return changeSession(actor, input.session, at, { after: true }, async (change) => {
    const { tx, member, session, space, seq } = change;
    const [sent] = await tx.select().from(statements).where(eq(statements.id, input.id));
    if (sent && (sent.personId !== member.personId || sent.sessionId !== session.id))
      throw new Refusal('conflict');
    if (sent) return { number: sent.number };

    const written = mustBeOpen(session, at);
    const current = written ? undefined : await currentTurn(tx, session.id);
    const turnId = current?.personId === member.personId ? current.id : null;
    if (!mayContribute(actor, space) && !(space.role === 'observer' && turnId))
      throw refusalOf(space, 'observer-needs-floor');
    const act = await readAct(actor, input.capacity, 'speak', tx);
    // Who writes when the others sleep was not in the room.
    if (!written) await appendAttendance(change, act);
    const item = written ? await chosenItem(tx, session.id, input.item) : await currentItem(tx, session.id);
    const question = await readAnswerable(tx, session.id, input.question);
    const [{ last }] = await tx
      .select({ last: sql<number>`coalesce(max(${statements.number}), 0)` })
      .from(statements)
      .where(eq(statements.sessionId, session.id));
    const row = {
      id: input.id,
      sessionId: session.id,
      itemId: item?.id ?? null,
      turnId,
      questionId: question?.id ?? null,
      written,
      number: Number(last) + 1,
      body: input.body,
      lang: langOf(input.body, input.lang),
      dir: dirOf(input.body),
      seq,
      ...act,
      createdAt: at
    };
    await tx.insert(statements).values(row);
    await appendDocument(tx, statementDocument(session, row));
    const source = {
      kind: 'statement',
      id: row.id,
      threadId: session.id,
      spaceId: session.spaceId
    } as const;
    await appendLinks(tx, { ...source, membersOnly: session.audience === 'members' }, row.body, true);
    await appendEntry(tx, {
      action: 'statement.posted',
      actor: act,
      object: { kind: 'statement', id: row.id },
      spaceId: session.spaceId,
      text: row.body,
      detail: { session: session.id, number: row.number, written },
      at
    });
    change.added(statementsKey, viewOf(row, item?.position ?? null, question?.number ?? null));
    return { number: row.number };
  });
}
