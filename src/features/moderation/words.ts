import { m } from '#lib/paraglide/messages.js';
import { nameOf, type Text } from '#lib/vocab/text.ts';
import type { ActKind, Outcome, Role } from './moderation.ts';

const kinds: Record<ActKind, Text> = {
  hidden: m.moderation_act_hidden,
  restored: m.moderation_act_restored,
  upheld: m.moderation_act_upheld,
  dismissed: m.moderation_act_dismissed,
  approved: m.moderation_act_approved,
  returned: m.moderation_act_returned,
  slowed: m.moderation_act_slowed,
  suspended: m.moderation_act_suspended,
  lifted: m.moderation_act_lifted,
  locked: m.moderation_act_locked,
  unlocked: m.moderation_act_unlocked
};
const roleNames: Record<Role, Text> = {
  moderator: m.moderation_role_moderator,
  administrator: m.moderation_role_administrator
};
const outcomeNames: Record<Outcome, Text> = {
  upheld: m.moderation_outcome_upheld,
  overturned: m.moderation_outcome_overturned
};

export const actKindName = (code: string): string => nameOf(kinds, code);
export const roleName = (code: string): string => nameOf(roleNames, code);
export const outcomeName = (code: string): string => nameOf(outcomeNames, code);
