import { eq } from 'drizzle-orm';
import { inPerson } from '#features/audit/audit.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { changeSession, type ClockChange } from '#features/sessions/server/change-session.ts';
import { answeredKey } from '../ballots.ts';
import { forget } from './append-end.ts';
import { mustBeOpen, takeBallot, type BallotRow } from './take-ballot.ts';
import { sessionBallots } from './tables.ts';
import { tellBallot } from './tell-ballot.ts';

/** The chair takes a ballot back while it runs: it stays in the record as taken back, and nobody learns what was answered. */
export async function withdrawBallot(
  actor: Actor,
  input: { session: string; ballot: string },
  at = new Date()
): Promise<void> {
  await changeSession(actor, input.session, at, { led: true, live: true }, async (change) => {
    const { tx, member, session } = change;
    const ballot = await takeBallot(tx, session.id, input.ballot);
    if (ballot.withdrawnAt) return;
    mustBeOpen(ballot, at);
    await appendWithdrawal(change, ballot);
    await appendEntry(tx, {
      action: 'ballot.withdrawn',
      actor: inPerson(member),
      object: { kind: 'ballot', id: ballot.id },
      spaceId: session.spaceId,
      detail: { session: session.id },
      at
    });
  });
}

/** Inside a change; the close of a session takes back a consent whose time was not over. */
export async function appendWithdrawal(change: ClockChange, ballot: BallotRow): Promise<void> {
  const { tx, at, seq } = change;
  await tx.update(sessionBallots).set({ withdrawnAt: at, seq }).where(eq(sessionBallots.id, ballot.id));
  await forget(tx, ballot.id);
  await tellBallot(change, ballot.id);
  change.changed(answeredKey);
}
