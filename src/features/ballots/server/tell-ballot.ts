import type { ClockChange } from '#features/sessions/server/change-session.ts';
import { ballotsKey } from '../ballots.ts';
import { readBallots } from './read-ballots.ts';

/** The room is told of a ballot as it is now; its row has the sequence of this change. */
export async function tellBallot({ tx, session, added }: ClockChange, id: string): Promise<void> {
  const [ballot] = await readBallots(tx, session.id, { id });
  added(ballotsKey, { ballot });
}
