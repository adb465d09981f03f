import {
  documentChoice,
  itemProposalDecision,
  newDocument,
  newItemProposal,
  readyDocument
} from '#features/sessions/plan-item-inputs.ts';
import {
  addDocument,
  markDocumentReady,
  removeDocument
} from '#features/sessions/server/change-documents.ts';
import { decideItemProposal } from '#features/sessions/server/decide-item-proposal.ts';
import { proposeItem } from '#features/sessions/server/propose-item.ts';
import { acts } from './acts.ts';

export const planningActions = {
  document: acts(newDocument, addDocument),
  document_ready: acts(readyDocument, markDocumentReady),
  document_removal: acts(documentChoice, removeDocument),
  item_proposal: acts(newItemProposal, proposeItem),
  item_decision: acts(itemProposalDecision, decideItemProposal)
};
