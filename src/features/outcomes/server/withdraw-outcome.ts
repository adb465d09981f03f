import { eq } from 'drizzle-orm';
import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { Refusal } from '#lib/refusal.ts';
import type { WithdrawnOutcome } from '../inputs.ts';
import { outcomesKey } from '../outcomes.ts';
import { mustRecord } from './must-record.ts';
import { readOutcome } from './read-outcomes.ts';
import { sessionOutcomes } from './tables.ts';

/** Takes an outcome back while the session is live: it stays where it stands, in the record too, as one that was withdrawn. */
export async function withdrawOutcome(actor: Actor, input: WithdrawnOutcome, at = new Date()): Promise<void> {
  await changeSession(actor, input.session, at, { live: true }, async (change) => {
    const { tx, member, session, seq } = change;
    await mustRecord(change, actor);
    const before = await readOutcome(tx, session.id, input.outcome);
    if (!before) throw new Refusal('not-found');
    if (before.withdrawnAt) return;
    if (before.earlier.length !== input.seen) throw new Refusal('conflict', 'outcome-changed');
    await tx
      .update(sessionOutcomes)
      .set({
        withdrawnAt: at,
        withdrawnBy: await readAct(actor, member.actingAs, 'none', tx),
        reason: input.reason || null,
        seq
      })
      .where(eq(sessionOutcomes.id, before.id));
    change.added(outcomesKey, (await readOutcome(tx, session.id, before.id))!);
    await appendEntry(tx, {
      action: 'outcome.withdrawn',
      actor: inPerson(member),
      object: { kind: 'outcome', id: before.id },
      spaceId: session.spaceId,
      detail: { session: session.id },
      at
    });
  });
}
