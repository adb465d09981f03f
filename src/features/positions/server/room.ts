import type { Actor } from '#features/people/people.ts';
import type { RoomEvent, RoomState } from '#lib/live/room.ts';
import { db } from '#lib/server/db.ts';
import { events, proposalRoom, type PositionCast, type ProposalChanged } from '../positions.ts';
import { findProposal } from './find-proposal.ts';
import { readPositions, readState } from './read-state.ts';

/**
 * Keeps `proposal:ID`: the state as it is now, and the positions that came since, as far as they may be seen. The row is
 * read before the positions: one committed in between comes twice, never not at all.
 */
export const proposalKeeper = {
  async since(actor: Actor, id: string, since: number | null): Promise<RoomState> {
    const { proposal } = await findProposal(actor, id);
    const room = proposalRoom(id);
    const { seq } = proposal;
    if (since !== null && since >= seq) return { seq, events: [] };
    const changed: ProposalChanged = { room, seq, state: await readState(db, proposal, new Date()) };
    const cast: RoomEvent[] = (await readPositions(db, proposal, since ?? -1)).map((position) => ({
      name: events.cast,
      payload: {
        room,
        seq: position.seq,
        answered: changed.state.answered,
        holder: position.standing === 'decides' ? position.holder.key : null,
        position
      } satisfies PositionCast
    }));
    return { seq, events: [...cast, { name: events.changed, payload: changed }] };
  }
};
