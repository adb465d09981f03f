import { ballotChoice, newBallot, newCast, newExplanation } from '#features/ballots/inputs.ts';
import { castInRoom } from '#features/ballots/server/cast-in-room.ts';
import { endBallot } from '#features/ballots/server/end-ballot.ts';
import { explainPosition } from '#features/ballots/server/explain-position.ts';
import { putToRoom } from '#features/ballots/server/put-to-room.ts';
import { withdrawBallot } from '#features/ballots/server/withdraw-ballot.ts';
import { acts } from './acts.ts';

export const ballotActions = {
  ballot: acts(newBallot, putToRoom),
  ballot_end: acts(ballotChoice, endBallot),
  ballot_withdrawal: acts(ballotChoice, withdrawBallot),
  position: acts(newCast, castInRoom),
  explanation: acts(newExplanation, explainPosition)
};
