import { announce } from '#lib/server/announce.ts';
import { db } from '#lib/server/db.ts';
import {
  events,
  proposalRoom,
  type PositionCast,
  type ProposalChanged,
  type ProposalFact
} from '../positions.ts';
import { readState } from './read-state.ts';
import type { positions } from './tables.ts';
import type { ProposalRow } from './take-proposal.ts';
import { positionView, type Answer } from './views.ts';

export const factOf = ({ id, spaceId, subjectKind, subjectId }: ProposalRow): ProposalFact => ({
  id,
  spaceId,
  subject: { kind: subjectKind, id: subjectId }
});

/** Tells the room of a cast, as much of it as the proposal shows. One that nobody may hear of is not told at all. */
export function announceCast(cast: {
  proposal: ProposalRow;
  position: typeof positions.$inferSelect;
  answer: Answer;
  heard: boolean;
}): void {
  if (!cast.heard) return;
  const { proposal, position, answer } = cast;
  const room = proposalRoom(proposal.id);
  announce<PositionCast>({
    name: events.cast,
    rooms: [room],
    payload: {
      room,
      seq: proposal.seq,
      answered: proposal.answered,
      holder:
        position.standing === 'decides' && (proposal.awaitedShown || proposal.visible === 'open')
          ? position.holder
          : null,
      position: proposal.visible === 'open' ? positionView(position, answer) : null
    }
  });
}

/** Tells the room that the proposal was extended or closed; `closed` also tells who listens. */
export async function announceChange(proposal: ProposalRow, closed: boolean): Promise<void> {
  const room = proposalRoom(proposal.id);
  announce<ProposalChanged>({
    name: events.changed,
    rooms: [room],
    payload: { room, seq: proposal.seq, state: await readState(db, proposal, new Date()) }
  });
  if (closed) announce<ProposalFact>({ name: events.closed, rooms: [], payload: factOf(proposal) });
}
