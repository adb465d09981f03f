import {
  newOutcome,
  rapporteurChoice,
  revisedOutcome,
  textChoice,
  withdrawnOutcome
} from '#features/outcomes/inputs.ts';
import { endRapporteur } from '#features/outcomes/server/end-rapporteur.ts';
import { nameRapporteur } from '#features/outcomes/server/name-rapporteur.ts';
import { putText } from '#features/outcomes/server/put-text.ts';
import { recordOutcome } from '#features/outcomes/server/record-outcome.ts';
import { reviseOutcome } from '#features/outcomes/server/revise-outcome.ts';
import { withdrawOutcome } from '#features/outcomes/server/withdraw-outcome.ts';
import { acts } from './acts.ts';

export const outcomeActions = {
  outcome: acts(newOutcome, recordOutcome),
  outcome_revision: acts(revisedOutcome, reviseOutcome),
  outcome_withdrawal: acts(withdrawnOutcome, withdrawOutcome),
  rapporteur: acts(rapporteurChoice, nameRapporteur),
  rapporteur_end: acts(rapporteurChoice, endRapporteur),
  text: acts(textChoice, putText)
};
