/** Papers of a session and proposals for its agenda, as forms send them. */
import * as v from 'valibot';
import { capacityField } from '#features/people/people.ts';
import { id, inSession, line, link } from './inputs.ts';
import { planningLimits } from './planning.ts';
import { limits } from './sessions.ts';
import { wholeNumber } from './terms.ts';

const title = v.pipe(line(limits.itemTitleLength), v.minLength(1, 'title-missing'));
/** An https address, or a page of ours: a brief, a thread, a file. */
const address = v.union(
  [
    link,
    v.pipe(
      v.string(),
      v.trim(),
      v.maxLength(limits.linkLength),
      v.regex(/^\/(briefs|threads|files|lessons|sessions)\/[\w?=&#/.-]+$/)
    )
  ],
  'link-not-https'
);

export const newDocument = v.object({
  ...inSession,
  item: v.optional(id),
  title,
  href: v.optional(address),
  owner: v.optional(line(limits.titleLength)),
  capacity: capacityField
});
export const readyDocument = v.object({ ...inSession, document: id, href: address });
export const documentChoice = v.object({ ...inSession, document: id });

export const newItemProposal = v.object({
  ...inSession,
  title,
  minutes: v.optional(wholeNumber(1, limits.itemMinutes, 'agenda-line'), 10),
  reason: v.optional(line(planningLimits.reasonLength)),
  capacity: capacityField
});
export const itemProposalDecision = v.object({
  ...inSession,
  proposal: id,
  answer: v.picklist(['accepted', 'declined'], 'choice-missing')
});
