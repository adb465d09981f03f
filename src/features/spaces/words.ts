import { m } from '#lib/paraglide/messages.js';
import type { SpaceKind, SpaceRole, Visibility } from './spaces.ts';

const kinds: Record<SpaceKind, () => string> = {
  forum: m.spaces_kind_forum,
  community: m.spaces_kind_community,
  circle: m.spaces_kind_circle,
  initiative: m.spaces_kind_initiative
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

export const kindName = (kind: SpaceKind): string => kinds[kind]();
export const roleName = (role: SpaceRole): string => roles[role]();
export const visibilityText = (visibility: Visibility): string => visibilities[visibility]();
