import * as v from 'valibot';
import { capacityField, type Act } from '#features/people/people.ts';
import type { Names } from '#lib/names.ts';

/** The kinds of text that people write together here (domain words; sections are in templates/). */
export const briefTypes = [
  'evidence_brief',
  'joint_statement',
  'common_position',
  'declaration',
  'key_action_recommendations',
  'country_roadmap'
] as const;
export type StartedType = (typeof briefTypes)[number];
/** Minutes are not started by hand: they belong to a live session, which says who writes them. */
export type BriefType = StartedType | 'minutes';

/** readers: whoever reads the space. members: of these, who is signed in, as for the session that they are the minutes of. */
export type BriefAudience = 'readers' | 'members';

export const briefLangs = ['en', 'fr', 'es', 'pt', 'ar', 'ru', 'zh'] as const;

/** What someone may do with the text, from most to least. Comments come later; the role exists so that it can be given now. */
export const briefRoleNames = ['edit', 'comment', 'read'] as const;
export type GrantedRole = (typeof briefRoleNames)[number];
export type BriefRole = GrantedRole | 'none';

/**
 * The version of the editor's schema (schema.ts). A client with another one would delete, for everyone and without
 * a word, the nodes it does not know: it is refused before its first message. Raise it with every change there.
 */
export const SCHEMA_VERSION = 1;

/** The name of the text inside the shared document. */
export const textField = 'default';

export const limits = {
  titleLength: 200,
  targetLength: 200,
  versionNameLength: 120,
  statementWords: 330
} as const;

/** Events of this slice. `access-changed` makes the document's server look again at who may stay. */
export const events = {
  started: 'brief.started',
  accessChanged: 'brief.access-changed',
  versionNamed: 'version.named',
  published: 'brief.published'
} as const;

/** What the audit chain calls a right that was given or taken. */
export const facts = { roleGranted: 'brief.role-granted', roleRevoked: 'brief.role-revoked' } as const;

/** Yjs rooms are `brief/ID`; the rest of the house names the same text `brief:ID`. */
export const briefRoom = (id: string) => `brief:${id}`;

export interface BriefSummary {
  id: string;
  type: BriefType;
  title: string;
  lang: string;
  space: { slug: string; titles: Names };
  targetBody: string | null;
  agendaItem: string | null;
  deadline: Date | null;
  /** Number of the latest publication, 0 while it was never published. */
  published: number;
  act: Act;
  createdAt: Date;
  changedAt: Date;
}

export interface VersionSummary {
  id: string;
  name: string;
  words: number;
  act: Act;
  createdAt: Date;
}

export interface PublicationSummary {
  number: number;
  publishedAt: Date;
}

export interface BriefView extends BriefSummary {
  /** Named in every socket: a client that knew another document of this name must not merge into it. */
  generation: string;
  role: BriefRole;
  mayShare: boolean;
  text: TextNode;
  versions: VersionSummary[];
  publications: PublicationSummary[];
}

export interface Contributor {
  slug: string | null;
  names: Names;
  country: string | null;
}

export interface PublicationView {
  briefId: string;
  number: number;
  type: BriefType;
  title: string;
  lang: string;
  space: { slug: string; titles: Names };
  targetBody: string | null;
  agendaItem: string | null;
  text: TextNode;
  organisations: Contributor[];
  persons: string[];
  sha256: string;
  act: Act;
  publishedAt: Date;
  latest: number;
}

/** A grant as the access page lists it. */
export interface GrantView {
  id: string;
  role: GrantedRole;
  subjectKind: 'person' | 'organisation';
  names: Names;
  since: Date;
}

/** A node of the text as ProseMirror writes it in JSON. */
export interface TextNode {
  type: string;
  attrs?: Record<string, unknown>;
  marks?: { type: string; attrs?: Record<string, unknown> }[];
  text?: string;
  content?: TextNode[];
}

const line = (max: number) => v.pipe(v.string(), v.trim(), v.maxLength(max, 'too-long'));
const id = v.pipe(v.string(), v.uuid());

export const newBrief = v.object({
  forum: v.pipe(v.string(), v.maxLength(80)),
  type: v.picklist(briefTypes),
  title: v.pipe(line(limits.titleLength), v.nonEmpty('title-missing')),
  lang: v.optional(v.picklist(briefLangs), 'en'),
  targetBody: v.optional(line(limits.targetLength)),
  agendaItem: v.optional(line(limits.targetLength)),
  /** A day; the brief is due at its end, UTC. */
  deadline: v.optional(v.pipe(v.string(), v.isoDate('date'))),
  capacity: capacityField
});

export const newGrant = v.object({
  subjectKind: v.picklist(['person', 'organisation']),
  /** An organisation's id, or a person's e-mail address. */
  subject: v.pipe(line(254), v.nonEmpty()),
  role: v.picklist(briefRoleNames)
});
export const endedGrant = v.object({ grant: id });
export const newVersion = v.object({
  name: v.pipe(line(limits.versionNameLength), v.nonEmpty('title-missing')),
  capacity: capacityField
});
export const newPublication = v.object({ capacity: capacityField });
