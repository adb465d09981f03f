import { and, eq } from 'drizzle-orm';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { mayDecide, refusalOf } from '#features/spaces/server/may.ts';
import { dirOf, langOf } from '#lib/dir.ts';
import { Refusal } from '#lib/refusal.ts';
import { ballotsKey } from '../ballots.ts';
import type { NewExplanation } from '../inputs.ts';
import { findVoter } from './find-voter.ts';
import { explanationView } from './read-ballots.ts';
import { takeBallot } from './take-ballot.ts';
import { sessionBallotCasts, sessionBallotExplanations } from './tables.ts';

/**
 * A delegation says why it answered as it did, once, when the ballot is over and until the session is closed. Of a secret ballot nobody
 * does (`ballot-secret`): it would tell what was answered. Who did not answer explains nothing (`nothing-to-explain`).
 */
export async function explainPosition(actor: Actor, input: NewExplanation, at = new Date()): Promise<void> {
  await changeSession(actor, input.session, at, { live: true }, async (change) => {
    const { tx, member, session, space, seq } = change;
    if (!mayDecide(actor, space)) throw refusalOf(space, 'observers-do-not-decide');
    const ballot = await takeBallot(tx, session.id, input.ballot);
    const [sent] = await tx
      .select()
      .from(sessionBallotExplanations)
      .where(eq(sessionBallotExplanations.id, input.explanation));
    if (sent && (sent.personId !== member.personId || sent.ballotId !== ballot.id))
      throw new Refusal('conflict');
    if (sent) return;
    if (ballot.secret) throw new Refusal('conflict', 'ballot-secret');
    if (ballot.voter === 'person' || ballot.withdrawnAt) throw new Refusal('conflict', 'nothing-to-explain');
    if (!ballot.endedAt) throw new Refusal('conflict', 'ballot-not-ended');
    const { holder, act } = await findVoter(tx, actor, ballot, input.capacity);
    const ofHolder = { ballotId: ballot.id, holder };
    const [cast] = await tx
      .select({ id: sessionBallotCasts.id })
      .from(sessionBallotCasts)
      .where(and(eq(sessionBallotCasts.ballotId, ballot.id), eq(sessionBallotCasts.holder, holder)));
    if (!cast) throw new Refusal('conflict', 'nothing-to-explain');
    const row = {
      ...{ id: input.explanation, sessionId: session.id, ...ofHolder, ...act },
      body: input.body,
      lang: langOf(input.body, input.lang),
      dir: dirOf(input.body),
      seq,
      createdAt: at
    };
    const kept = await tx
      .insert(sessionBallotExplanations)
      .values(row)
      .onConflictDoNothing()
      .returning({ id: sessionBallotExplanations.id });
    if (kept.length === 0) throw new Refusal('conflict', 'already-explained');
    change.added(ballotsKey, { explanation: explanationView(row) });
    await appendEntry(tx, {
      action: 'position.explained',
      actor: act,
      object: { kind: 'ballot', id: ballot.id },
      spaceId: session.spaceId,
      text: row.body,
      detail: { session: session.id, holder },
      at
    });
  });
}
