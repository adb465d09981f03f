import { m } from '#lib/paraglide/messages.js';
import type {
  CircleFunction,
  InvitationState,
  Joining,
  RequestOutcome,
  SpaceKind,
  SpaceRole,
  Visibility
} from './spaces.ts';

const kinds: Record<SpaceKind, () => string> = {
  forum: m.spaces_kind_forum,
  community: m.spaces_kind_community,
  circle: m.spaces_kind_circle,
  initiative: m.spaces_kind_initiative
};
const functions: Record<CircleFunction, () => string> = {
  policy: m.spaces_function_policy,
  communications: m.spaces_function_communications,
  chief_executives: m.spaces_function_chief_executives
};
const roles: Record<SpaceRole, () => string> = {
  member: m.spaces_role_member,
  moderator: m.spaces_role_moderator,
  observer: m.spaces_role_observer
};
const visibilities: Record<Visibility, () => string> = {
  public: m.spaces_visibility_public,
  members: m.spaces_visibility_members,
  restricted: m.spaces_visibility_restricted
};
const joinings: Record<Joining, () => string> = {
  open: m.spaces_joining_open,
  request: m.spaces_joining_request,
  invitation: m.spaces_joining_invitation
};
const outcomes: Record<RequestOutcome, () => string> = {
  accepted: m.spaces_outcome_accepted,
  declined: m.spaces_outcome_declined,
  withdrawn: m.spaces_outcome_withdrawn
};
const states: Record<InvitationState, () => string> = {
  waiting: m.spaces_state_waiting,
  accepted: m.spaces_state_accepted,
  declined: m.spaces_state_declined,
  withdrawn: m.spaces_state_withdrawn,
  expired: m.spaces_state_expired
};

export const kindName = (kind: SpaceKind): string => kinds[kind]();
export const functionName = (circle: CircleFunction): string => functions[circle]();
export const roleName = (role: SpaceRole): string => roles[role]();
export const visibilityText = (visibility: Visibility): string => visibilities[visibility]();
export const joiningText = (joining: Joining): string => joinings[joining]();
export const outcomeName = (outcome: RequestOutcome): string => outcomes[outcome]();
export const stateName = (state: InvitationState): string => states[state]();
