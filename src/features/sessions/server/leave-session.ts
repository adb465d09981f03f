import { and, eq, isNull } from 'drizzle-orm';
import type { Actor } from '#features/people/people.ts';
import { attendanceEnds } from './attend.ts';
import { changeSession } from './change-session.ts';
import { speakerTurns } from './tables.ts';

/** Goes: the request for the floor is withdrawn and a current turn ends, or the list would wait for nobody. */
export async function leaveSession(actor: Actor, input: { session: string }, at = new Date()): Promise<void> {
  await changeSession(actor, input.session, at, { live: true }, async ({ tx, member, session }) => {
    const mine = [
      eq(speakerTurns.sessionId, session.id),
      eq(speakerTurns.personId, member.personId),
      isNull(speakerTurns.endedAt),
      isNull(speakerTurns.withdrawnAt)
    ];
    for (const turn of await tx
      .select()
      .from(speakerTurns)
      .where(and(...mine)))
      await tx
        .update(speakerTurns)
        .set(turn.startedAt ? { endedAt: at } : { withdrawnAt: at })
        .where(eq(speakerTurns.id, turn.id));
    await attendanceEnds(tx, session.id, member.personId, at);
    return {};
  });
}
