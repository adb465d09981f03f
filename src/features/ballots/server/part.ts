import type { Actor } from '#features/people/people.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { mayLead } from '#features/sessions/server/may.ts';
import type { RoomPart, SessionRow } from '#features/sessions/server/list-parts.ts';
import { newId } from '#lib/id.ts';
import { renderKept } from '#lib/server/markdown.ts';
import type { Tx } from '#lib/server/db.ts';
import {
  answeredKey,
  ballotsKey,
  type Answered,
  type BallotsChapter,
  type BallotsDelta,
  type BallotsState,
  type OwnBallots
} from '../ballots.ts';
import { appendEnd } from './append-end.ts';
import { listChapter } from './list-chapter.ts';
import { listDeciders } from './list-deciders.ts';
import { listOwnCasts } from './list-own-casts.ts';
import { explanationView, readAnswered, readBallots, readExplanations } from './read-ballots.ts';
import { openBallot } from './take-ballot.ts';
import { appendWithdrawal } from './withdraw-ballot.ts';

/** What was put to the room. At the close what still runs is counted; a consent whose time was not over is taken back. */
export const ballotsPart: RoomPart<BallotsState, BallotsDelta, OwnBallots | null> = {
  key: ballotsKey,
  read: async (from, { id }) => ({
    ballots: await readBallots(from, id),
    explanations: (await readExplanations(from, id)).map(explanationView)
  }),
  missed: async (from, { id }, since) => [
    ...(await readBallots(from, id, { since })).map((ballot) => ({ ballot })),
    ...(await readExplanations(from, id, since)).map((row) => ({ explanation: explanationView(row) }))
  ],
  own: readOwn,
  async closing(change) {
    const { tx, session, at } = change;
    const ballot = await openBallot(tx, session.id);
    if (!ballot) return;
    const over = ballot.endsAt && ballot.endsAt <= at;
    if (over) await appendEnd(change, ballot, { by: 'time', at: ballot.endsAt! });
    else if (ballot.kind === 'consent') await appendWithdrawal(change, ballot);
    else await appendEnd(change, ballot, { by: 'close', at });
  },
  chapter: listChapter,
  shown: ({ ballots }: Partial<BallotsChapter>) =>
    ballots
      ? {
          ballots: ballots.map((ballot) => ({
            ...ballot,
            explanations: ballot.explanations.map((each) => ({
              ...each,
              html: renderKept(`explanation:${each.id}`, each.body)
            }))
          }))
        }
      : {}
};

/** Who has answered the one that is open. */
export const answeredPart: RoomPart<Answered[]> = {
  key: answeredKey,
  counted: true,
  read: (from, { id }) => readAnswered(from, id)
};

async function readOwn(from: Tx, session: SessionRow, actor: Actor): Promise<OwnBallots | null> {
  if (actor.kind !== 'member') return null;
  const space = await readSpace(actor, { id: session.spaceId }, from);
  return {
    nextId: newId(),
    deciders: mayLead(actor, space, session) ? await listDeciders(from, session, new Date()) : null,
    cast: await listOwnCasts(from, session.id, actor)
  };
}
