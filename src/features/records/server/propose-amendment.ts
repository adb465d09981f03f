import { count, eq } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { mayTakePart } from '#features/sessions/server/may.ts';
import { refusalOf } from '#features/spaces/server/may.ts';
import { dirOf, langOf } from '#lib/dir.ts';
import { Refusal } from '#lib/refusal.ts';
import { limits, recordKey, type NewAmendment } from '../approval.ts';
import type { SessionRecord } from '../record.ts';
import { listPassages } from '../texts.ts';
import { readEdition } from './read-editions.ts';
import { sessionAmendments } from './tables.ts';
import { takeApproval } from './take-approval.ts';

/**
 * Proposes a correction of a passage of the record, by whoever may take part in the session, until the deadline. Everyone sees it at
 * once; the chair decides. The id is made by the writer: sending twice proposes once, and answers alike.
 */
export async function proposeAmendment(
  actor: Actor,
  input: NewAmendment,
  at = new Date()
): Promise<{ number: number }> {
  return changeSession(actor, input.session, at, { after: true }, async (change) => {
    const { tx, member, session, space } = change;
    const [sent] = await tx.select().from(sessionAmendments).where(eq(sessionAmendments.id, input.id));
    if (sent && (sent.personId !== member.personId || sent.sessionId !== session.id))
      throw new Refusal('conflict');
    if (sent) return { number: sent.number };
    const { deadline } = await takeApproval(tx, session);
    if (at > deadline) throw new Refusal('conflict', 'corrections-over');
    if (!mayTakePart(actor, space)) throw refusalOf(space, 'not-allowed');
    const record = JSON.parse(
      Buffer.from((await readEdition(tx, session.id)).bytes).toString('utf8')
    ) as SessionRecord;
    if (!listPassages(record).some(({ anchor }) => anchor === input.passage))
      throw new Refusal('invalid', 'passage-unknown', 'passage');
    const act = await readAct(actor, input.capacity, 'speak', tx);
    const [{ before }] = await tx
      .select({ before: count() })
      .from(sessionAmendments)
      .where(eq(sessionAmendments.sessionId, session.id));
    if (Number(before) >= limits.amendments) throw new Refusal('conflict', 'too-many-corrections');
    const number = Number(before) + 1;
    await tx.insert(sessionAmendments).values({
      id: input.id,
      sessionId: session.id,
      number,
      passage: input.passage,
      body: input.text,
      reason: input.reason ?? null,
      lang: langOf(input.text, input.lang),
      dir: dirOf(input.text),
      ...act,
      proposedAt: at
    });
    change.changed(recordKey);
    await appendEntry(tx, {
      action: 'amendment.proposed',
      actor: act,
      object: { kind: 'amendment', id: input.id },
      spaceId: session.spaceId,
      text: input.text,
      detail: { session: session.id, number, passage: input.passage },
      at
    });
    return { number };
  });
}
