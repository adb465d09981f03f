import type { Names } from '#lib/names.ts';

/** A space is where people meet: a forum, a community of practice, a circle, an initiative across borders. */
export const spaceKinds = ['forum', 'community', 'circle', 'initiative'] as const;
export type SpaceKind = (typeof spaceKinds)[number];

/** Whose circle it is. */
export const circleFunctions = ['policy', 'communications', 'chief_executives'] as const;
export type CircleFunction = (typeof circleFunctions)[number];

/** public: anyone reads. members: members of Palabre read. restricted: only its own members know that it exists. */
export const visibilities = ['public', 'members', 'restricted'] as const;
export type Visibility = (typeof visibilities)[number];

/**
 * How one comes in, and so who speaks. open: everyone with an account speaks, and joins when they like. request: moderators
 * let in, and members speak. invitation: only the invited come in. A restricted space is by invitation only.
 */
export const joinings = ['open', 'request', 'invitation'] as const;
export type Joining = (typeof joinings)[number];

export type InvitationKind = 'person' | 'organisation' | 'country';
export type RequestOutcome = 'accepted' | 'declined' | 'withdrawn';
export type SpaceTextKind = 'rules' | 'summary';

export const spaceRoles = ['member', 'moderator', 'observer'] as const;
export type SpaceRole = (typeof spaceRoles)[number];

/** A space as a page or another slice sees it, with the reader's own role in it. */
export interface SpaceView {
  id: string;
  slug: string;
  kind: SpaceKind;
  circleFunction: CircleFunction | null;
  titles: Names;
  purposes: Names;
  countries: string[];
  regions: string[];
  axis: string | null;
  topics: string[];
  visibility: Visibility;
  joining: Joining;
  observersSpeak: boolean;
  archivedAt: Date | null;
  leadOrganisation: { id: string; slug: string; names: Names } | null;
  role: SpaceRole | null;
  /** The reader may not contribute until then. */
  suspendedUntil: Date | null;
}

export const spaceRoom = (id: string) => `space:${id}`;

/** What became known about a space. Payloads name spaces and people by id; `narrowed`: fewer may read it than before. */
export const events = {
  started: 'space.started',
  changed: 'space.changed',
  archived: 'space.archived',
  reopened: 'space.reopened',
  rulesWritten: 'space.rules-written',
  summaryWritten: 'space.summary-written',
  rulesAccepted: 'space.rules-accepted',
  joined: 'space.joined',
  left: 'space.left',
  roleChanged: 'space.role-changed',
  requested: 'space.requested',
  requestAccepted: 'space.request-accepted',
  requestDeclined: 'space.request-declined',
  requestWithdrawn: 'space.request-withdrawn',
  invited: 'space.invited',
  invitationAccepted: 'space.invitation-accepted',
  invitationDeclined: 'space.invitation-declined',
  invitationWithdrawn: 'space.invitation-withdrawn'
} as const;

export interface SpaceMoved {
  spaceId: string;
  personId: string;
}
export interface SpaceChanged {
  spaceId: string;
  narrowed: boolean;
}

export const limits = {
  titleLength: 160,
  purposeLength: 1000,
  textLength: 10_000,
  messageLength: 1000,
  invitationDays: 30,
  spacesPerPage: 20,
  membersPerPage: 50
} as const;

/** The languages in which a space may say its title, purpose, rules and summary. */
export const spaceLanguages = ['fr', 'en', 'es', 'pt', 'ar', 'ru', 'zh'] as const;

/** The fields of a form that says something in languages, one a language: `titleFr`, `titleEn`... */
export const fieldOf = (name: string, language: string): string =>
  name + language[0].toUpperCase() + language.slice(1);

/** Someone who belongs to a space, as its people see them. */
export interface SpaceMemberView {
  personId: string;
  name: string;
  /** Of the organisation that they came in through, else their own. */
  country: string | null;
  /** What they came in through, else what they may act for first. */
  organisation: { slug: string; names: Names } | null;
  through: boolean;
  role: SpaceRole;
  since: Date;
}

/** How many people of how many countries belong to a space: no names. */
export interface SpaceCount {
  members: number;
  countries: number;
}

/** House rules or a pinned summary as they stand; `html` is of the language that the reader gets. */
export interface SpaceTextView {
  /** 0: it was never written. */
  number: number;
  texts: Names;
  lang: string;
  html: string;
  writtenBy: { id: string; name: string } | null;
  writtenAt: Date | null;
}

export interface SpaceRequestView {
  id: string;
  person: { id: string; name: string; country: string | null };
  message: string;
  createdAt: Date;
  outcome: RequestOutcome | null;
  reason: string | null;
  decidedAt: Date | null;
}

/** What someone may do about their own place in a space. */
export interface OwnPlace {
  request: { id: string; outcome: RequestOutcome | null; reason: string | null; createdAt: Date } | null;
  invited: boolean;
  mayJoin: boolean;
  mayAsk: boolean;
  /** There are house rules that they have not accepted as they stand. */
  rulesToAccept: boolean;
}

export const invitationStates = ['waiting', 'accepted', 'declined', 'withdrawn', 'expired'] as const;
export type InvitationState = (typeof invitationStates)[number];

/** An invitation as moderators list it. */
export interface SpaceInvitationView {
  id: string;
  kind: InvitationKind;
  person: { id: string; name: string } | null;
  email: string | null;
  organisation: { slug: string; names: Names } | null;
  country: string | null;
  role: SpaceRole;
  state: InvitationState;
  invitedBy: string;
  createdAt: Date;
  expiresAt: Date;
}

/** An invitation as the invited see it, with as much of the space as one needs to decide. */
export interface OwnInvitation {
  id: string;
  kind: InvitationKind;
  role: SpaceRole;
  /** Somebody of the organisation or delegation accepted before: one only comes in. */
  open: boolean;
  organisation: Names | null;
  country: string | null;
  invitedBy: string;
  expiresAt: Date;
  space: {
    id: string;
    slug: string;
    kind: SpaceKind;
    titles: Names;
    purposes: Names;
    visibility: Visibility;
  };
  rules: SpaceTextView;
}

/** What became of an invitation by `now`. An accepted one of an organisation or a country is a door that stands open. */
export function stateOf(
  invitation: {
    withdrawnAt: Date | null;
    declinedAt: Date | null;
    acceptedAt: Date | null;
    expiresAt: Date;
  },
  now: Date
): InvitationState {
  if (invitation.withdrawnAt) return 'withdrawn';
  if (invitation.declinedAt) return 'declined';
  if (invitation.acceptedAt) return 'accepted';
  return invitation.expiresAt <= now ? 'expired' : 'waiting';
}

/** How many may read: more is wider. */
export const reach = (visibility: Visibility): number => -visibilities.indexOf(visibility);

/** An address out of a title: plain letters, digits and hyphens; empty when the title has none of them. */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 60)
    .replace(/^-|-$/g, '');
}
