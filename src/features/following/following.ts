import * as v from 'valibot';
import type { Act } from '#features/people/people.ts';
import type { Direction } from '#lib/dir.ts';
import type { Names } from '#lib/names.ts';
import { rhythms } from './mail-time.ts';

/**
 * How closely someone follows a forum or a thread; what a thread says goes before what its forum says. Without any word
 * one hears of direct mentions only. `nothing` is said, and then silences those too.
 */
export const levels = ['everything', 'decisions', 'nothing'] as const;
export type Level = (typeof levels)[number];
export const watched = ['space', 'thread'] as const;
export type Watched = (typeof watched)[number];

/** What a person follows, as the control on a page shows it. `inherited`: what holds when nothing is chosen here. */
export interface WatchView {
  kind: Watched;
  id: string;
  chosen: Level | null;
  inherited: Level | null;
}

/** Why someone is told. The order is the order of weight: of several reasons for one fact the first is told. */
export const kinds = [
  'clearance',
  'approval',
  'returned',
  'released',
  'moderated',
  'appeal',
  'flag',
  'support',
  'request',
  'invited',
  'copy',
  'place',
  'answer',
  'answered',
  'mention',
  'mention-organisation',
  'mention-country',
  'accepted',
  'decision',
  'proposal',
  'closed',
  'reopened',
  'entry',
  'thread',
  'reply'
] as const;
export type Kind = (typeof kinds)[number];

/** Told whatever one follows: they are addressed to a person or an office, not to whoever listens. */
export const addressed: ReadonlySet<Kind> = new Set<Kind>([
  'clearance',
  'approval',
  'returned',
  'released',
  'moderated',
  'appeal',
  'flag',
  'support',
  'request',
  'invited',
  'copy',
  'place',
  'answer'
]);

/** `person` is the room of one person: the socket is in it from its start. */
export const personRoom = (id: string) => `person:${id}`;
export const events = { added: 'notifications.added', read: 'notifications.read' } as const;
/** To many persons at once, so it is the same for all; `room` is what the bell listens to. */
export interface AddedEvent {
  room: 'person';
  added: number;
}
export interface ReadEvent {
  room: 'person';
  unread: number;
}

/** Of a notification that stands for its post and for all that come after it: how many is counted when it is read. */
export const standsForAll = -1;

export const limits = {
  perPage: 50,
  /** Read ones are kept for so long. */
  keptDays: 180,
  /** Unread replies in one thread above which a watcher is told of the others in one line. */
  together: 5,
  excerpt: 280,
  /** In one mail; the rest is counted and linked. */
  perDigest: 60
} as const;

export interface NotificationView {
  id: string;
  kind: Kind;
  href: string;
  at: string;
  read: boolean;
  /** Further replies that this line stands for. */
  more: number;
  /** Who acted, as their post says; null where no post says it. */
  act: Act | null;
  excerpt: { text: string; lang: string; dir: Direction } | null;
}

/** Notifications of one thread (or forum, or of neither), together. */
export interface NotificationGroup {
  key: string;
  thread: { id: string; title: string; lang: string; dir: Direction } | null;
  space: { slug: string; titles: Names } | null;
  unread: number;
  lines: NotificationView[];
}

const idField = v.pipe(v.string(), v.uuid());
export const watchInput = v.object({
  kind: v.picklist(watched),
  id: idField,
  /** Absent: as without any word. */
  level: v.optional(v.picklist(levels)),
  back: v.optional(v.pipe(v.string(), v.maxLength(200)), '/')
});
export const readingInput = v.object({ id: v.optional(idField), threadId: v.optional(idField) });

const hour = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^\d{1,2}$/), v.transform(Number))]),
  v.integer(),
  v.minValue(0),
  v.maxValue(23)
);
const weekday = v.pipe(
  v.union([v.number(), v.pipe(v.string(), v.regex(/^[1-7]$/), v.transform(Number))]),
  v.integer(),
  v.minValue(1),
  v.maxValue(7)
);
/** Hours of the person's zone; quiet hours count when both ends are given and differ. */
export const mailInput = v.object({
  rhythm: v.picklist(rhythms),
  hour: v.optional(hour, 8),
  weekday: v.optional(weekday, 1),
  quietFrom: v.optional(hour),
  quietUntil: v.optional(hour),
  locale: v.optional(v.picklist(['en', 'fr', 'ar']))
});
