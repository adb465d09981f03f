import { floorGift, floorRequest, turnChoice, turnExtension } from '#features/floor/inputs.ts';
import { askForFloor } from '#features/floor/server/ask-for-floor.ts';
import { endTurn } from '#features/floor/server/end-turn.ts';
import { extendTurn } from '#features/floor/server/extend-turn.ts';
import { giveFloor } from '#features/floor/server/give-floor.ts';
import { withdrawRequest } from '#features/floor/server/withdraw-request.ts';
import { acts } from './acts.ts';

export const floorActions = {
  floor: acts(floorRequest, askForFloor),
  request_withdrawal: acts(turnChoice, withdrawRequest),
  turn: acts(floorGift, giveFloor),
  turn_end: acts(turnChoice, endTurn),
  extension: acts(turnExtension, extendTurn)
};
