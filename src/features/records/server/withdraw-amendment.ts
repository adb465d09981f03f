import { eq } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import { inPerson } from '#features/audit/audit.ts';
import type { Actor } from '#features/people/people.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { Refusal } from '#lib/refusal.ts';
import { recordKey } from '../approval.ts';
import { findOpenAmendment } from './find-open-amendment.ts';
import { sessionAmendments } from './tables.ts';
import { takeApproval } from './take-approval.ts';

/** Takes back a correction that one proposed, before it is decided. */
export async function withdrawAmendment(
  actor: Actor,
  input: { session: string; amendment: string },
  at = new Date()
): Promise<void> {
  await changeSession(actor, input.session, at, { after: true }, async ({ tx, member, session, changed }) => {
    await takeApproval(tx, session);
    const amendment = await findOpenAmendment(tx, session.id, input.amendment);
    if (amendment.personId !== member.personId) throw new Refusal('not-allowed');
    await tx.update(sessionAmendments).set({ withdrawnAt: at }).where(eq(sessionAmendments.id, amendment.id));
    changed(recordKey);
    await appendEntry(tx, {
      action: 'amendment.withdrawn',
      actor: inPerson(member),
      object: { kind: 'amendment', id: amendment.id },
      spaceId: session.spaceId,
      detail: { session: session.id },
      at
    });
  });
}
