import { chairTaking, deputyChoice } from '#features/floor/inputs.ts';
import { nameDeputy } from '#features/floor/server/name-deputy.ts';
import { removeDeputy } from '#features/floor/server/remove-deputy.ts';
import { takeChair } from '#features/floor/server/take-chair.ts';
import { acts } from './acts.ts';

export const chairActions = {
  deputy: acts(deputyChoice, nameDeputy),
  deputy_removal: acts(deputyChoice, removeDeputy),
  chair: acts(chairTaking, takeChair)
};
