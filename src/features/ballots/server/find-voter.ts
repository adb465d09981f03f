import { and, eq } from 'drizzle-orm';
import type { Act, Actor } from '#features/people/people.ts';
import { readAct } from '#features/people/server/read-act.ts';
import { organisations } from '#features/people/server/tables.ts';
import { leadsDelegation } from '#features/positions/server/may.ts';
import { Refusal } from '#lib/refusal.ts';
import type { Tx } from '#lib/server/db.ts';
import type { BallotRow } from './take-ballot.ts';
import { sessionBallotDeciders } from './tables.ts';

export interface Voter {
  /** `country:SN` or `person:ID`. */
  holder: string;
  act: Act;
  authority: string | null;
}

/**
 * For whom `actor` answers in `capacity`. The mandate is read here, inside the change: one that ended a second ago no longer counts. A
 * vote and an objection ask for the mandate to negotiate, a look around for the one to speak.
 * Refuses not-allowed `no-mandate`, `mandate-too-weak`, `not-eligible`.
 */
export async function findVoter(tx: Tx, actor: Actor, ballot: BallotRow, capacity: string): Promise<Voter> {
  if (ballot.voter === 'person') {
    const act = await readAct(actor, capacity, 'speak', tx);
    return { holder: `person:${act.personId}`, act, authority: null };
  }
  const act = await readAct(actor, capacity, ballot.kind === 'straw' ? 'speak' : 'negotiate', tx);
  const [decider] =
    act.organisationId && act.country
      ? await tx
          .select({ kind: organisations.kind })
          .from(sessionBallotDeciders)
          .innerJoin(organisations, eq(organisations.id, act.organisationId))
          .where(
            and(eq(sessionBallotDeciders.ballotId, ballot.id), eq(sessionBallotDeciders.country, act.country))
          )
      : [];
  if (!decider) throw new Refusal('not-allowed', 'not-eligible', 'capacity');
  return { holder: `country:${act.country}`, act, authority: decider.kind };
}

/** What a ministry said for its country only a ministry changes. */
export function mayReplace(before: { authority: string | null } | undefined, authority: string | null): void {
  if (before && leadsDelegation(before.authority) && !leadsDelegation(authority))
    throw new Refusal('not-allowed', 'ministry-leads');
}
