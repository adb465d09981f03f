import type { Act } from '#features/people/people.ts';
import type { Direction } from '#lib/dir.ts';
import type { Names } from '#lib/names.ts';
import type { DelegationCount } from '#features/sessions/delegations.ts';
import type { TurnKind } from '#features/floor/queue.ts';
import type { Audience, SessionKind } from '#features/sessions/sessions.ts';

/**
 * The permanent record of a session: what stays when it is closed. It holds facts only, in UTC and in the languages in which they
 * were said; how a page words them may change, these bytes do not. Attendance is counted, not named.
 */
export interface SessionRecord {
  format: 'palabre-session-record/1';
  session: {
    id: string;
    forum: { slug: string; titles: Names };
    title: string;
    lang: string;
    dir: Direction;
    kind: SessionKind;
    audience: Audience;
    startsAt: string;
    endsAt: string;
    timezone: string;
    place: string | null;
    countries: string[];
    chair: Act;
    scheduledBy: Act;
    openedAt: string;
    closedAt: string;
  };
  agenda: {
    position: number;
    title: string;
    minutes: number;
    document: string | null;
    openedAt: string | null;
    closedAt: string | null;
  }[];
  attendance: {
    people: number;
    registered: number;
    delegations: (Omit<DelegationCount, 'key'> & { organisations: Names[] })[];
  };
  speakers: RecordedTurn[];
  statements: RecordedStatement[];
  links: { session: string; record: string; forum: string; documents: string[] };
}

export interface RecordedTurn {
  order: number;
  act: Act;
  kind: TurnKind;
  item: number | null;
  observer: boolean;
  requestedAt: string;
  startedAt: string;
  endedAt: string;
  seconds: number;
  limitSeconds: number;
}

export interface RecordedStatement {
  id: string;
  number: number;
  item: number | null;
  /** Order of the turn under which it was posted. */
  turn: number | null;
  act: Act;
  lang: string;
  dir: Direction;
  /** Markdown, as it was posted. */
  body: string;
  at: string;
}
