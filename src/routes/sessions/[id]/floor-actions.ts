import {
  floorGift,
  floorRequest,
  limitsChoice,
  ruleChoice,
  turnChoice,
  turnExtension,
  turnSkip
} from '#features/floor/inputs.ts';
import { askForFloor } from '#features/floor/server/ask-for-floor.ts';
import { callBack } from '#features/floor/server/call-back.ts';
import { closeList } from '#features/floor/server/close-list.ts';
import { endTurn } from '#features/floor/server/end-turn.ts';
import { extendTurn } from '#features/floor/server/extend-turn.ts';
import { giveFloor } from '#features/floor/server/give-floor.ts';
import { openList } from '#features/floor/server/open-list.ts';
import { setFloorRule } from '#features/floor/server/set-floor-rule.ts';
import { setLimits } from '#features/floor/server/set-limits.ts';
import { skipTurn } from '#features/floor/server/skip-turn.ts';
import { withdrawRequest } from '#features/floor/server/withdraw-request.ts';
import { sessionOnly } from '#features/sessions/inputs.ts';
import { acts } from './acts.ts';

export const floorActions = {
  floor: acts(floorRequest, askForFloor),
  request_withdrawal: acts(turnChoice, withdrawRequest),
  turn: acts(floorGift, giveFloor),
  turn_end: acts(turnChoice, endTurn),
  extension: acts(turnExtension, extendTurn),
  turn_skip: acts(turnSkip, skipTurn),
  turn_recall: acts(turnChoice, callBack),
  floor_rule: acts(ruleChoice, setFloorRule),
  floor_limits: acts(limitsChoice, setLimits),
  list_closure: acts(sessionOnly, closeList),
  list_opening: acts(sessionOnly, openList)
};
