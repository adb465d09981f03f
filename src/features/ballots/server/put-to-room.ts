import { eq, sql } from 'drizzle-orm';
import { appendAttendance } from '#features/attendance/server/append-attendance.ts';
import { appendEntry } from '#features/audit/server/append-entry.ts';
import type { Actor } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { changeSession } from '#features/sessions/server/change-session.ts';
import { currentItem } from '#features/sessions/server/read-agenda.ts';
import { dirOf, langOf } from '#lib/dir.ts';
import { Refusal } from '#lib/refusal.ts';
import { answeredKey, choicesOf, limits } from '../ballots.ts';
import type { NewBallot } from '../inputs.ts';
import { listDeciders, withRegions } from './list-deciders.ts';
import { openBallot } from './take-ballot.ts';
import { sessionBallotDeciders, sessionBallots, sessionBallotSums } from './tables.ts';
import { tellBallot } from './tell-ballot.ts';

/**
 * The chair puts a question to the room, under the item that is open. One at a time: while one is open a second is refused
 * (`ballot-running`). Who decides is fixed at this moment. A secret ballot of fewer than three would be none (`ballot-too-few`).
 */
export async function putToRoom(actor: Actor, input: NewBallot, at = new Date()): Promise<void> {
  await changeSession(actor, input.session, at, { led: true, live: true }, async (change) => {
    const { tx, member, session } = change;
    const [sent] = await tx.select().from(sessionBallots).where(eq(sessionBallots.id, input.ballot));
    if (sent && (sent.personId !== member.personId || sent.sessionId !== session.id))
      throw new Refusal('conflict');
    if (sent) return;
    if (await openBallot(tx, session.id)) throw new Refusal('conflict', 'ballot-running');
    const [{ last }] = await tx
      .select({ last: sql<number>`coalesce(max(${sessionBallots.number}), 0)` })
      .from(sessionBallots)
      .where(eq(sessionBallots.sessionId, session.id));
    if (Number(last) >= limits.ballots) throw new Refusal('conflict', 'ballot-limit');

    const { kind, voter, secret, majority, quorum, seconds } = input;
    const chosen = input.deciders.length > 0 ? input.deciders : await listDeciders(tx, session, at);
    const deciders = voter === 'person' ? [] : withRegions(chosen, at);
    if (voter === 'delegation' && deciders.length === 0)
      throw new Refusal('invalid', 'ballot-nobody', 'deciders');
    if (secret && voter === 'delegation' && deciders.length < limits.secretPapers)
      throw new Refusal('invalid', 'ballot-too-few', 'secret');
    const act = await readAct(actor, input.capacity, 'speak', tx);
    await appendAttendance(change, act);
    const ballot = {
      ...{ id: input.ballot, sessionId: session.id, kind, voter, secret, majority, quorum },
      itemId: (await currentItem(tx, session.id))?.id ?? null,
      number: Number(last) + 1,
      question: input.question,
      lang: langOf(input.question, input.lang),
      dir: dirOf(input.question),
      options: input.options.map((text, place) => ({ id: place + 1, text })),
      ...act,
      startedAt: at,
      endsAt: seconds === null ? null : new Date(at.getTime() + seconds * 1000),
      seq: change.seq
    };
    await tx.insert(sessionBallots).values(ballot);
    if (deciders.length > 0)
      await tx
        .insert(sessionBallotDeciders)
        .values(deciders.map((each) => ({ ballotId: ballot.id, ...each })));
    if (secret)
      await tx
        .insert(sessionBallotSums)
        .values(choicesOf(ballot).map((choice) => ({ ballotId: ballot.id, choice, papers: 0 })));
    await tellBallot(change, ballot.id);
    change.changed(answeredKey);
    await appendEntry(tx, {
      action: 'ballot.put',
      actor: act,
      object: { kind: 'ballot', id: ballot.id },
      spaceId: session.spaceId,
      text: ballot.question,
      detail: { session: session.id, number: ballot.number, kind, voter, secret, deciders: deciders.length },
      at
    });
  });
}
