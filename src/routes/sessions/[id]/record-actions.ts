import {
  amendmentChoice,
  amendmentDecision,
  closing,
  minutesApproval,
  newAmendment
} from '#features/records/approval.ts';
import { approveMinutes } from '#features/records/server/approve-minutes.ts';
import { closeSession } from '#features/records/server/close-session.ts';
import { decideAmendment } from '#features/records/server/decide-amendment.ts';
import { proposeAmendment } from '#features/records/server/propose-amendment.ts';
import { withdrawAmendment } from '#features/records/server/withdraw-amendment.ts';
import { acts } from './acts.ts';

export const recordActions = {
  closure: acts(closing, closeSession),
  correction: acts(newAmendment, proposeAmendment),
  correction_withdrawal: acts(amendmentChoice, withdrawAmendment),
  correction_decision: acts(amendmentDecision, decideAmendment),
  approval: acts(minutesApproval, approveMinutes)
};
