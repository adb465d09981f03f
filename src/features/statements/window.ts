/** The written window of a session: before it begins, and after its close. What is said in it counts as said in the session. */
import type { PartKey } from '#features/sessions/parts.ts';
import type { AgendaItem, Phase } from '#features/sessions/sessions.ts';
import type { StatementView } from './statements.ts';

/** How long a window may be, in hours; 0 is none. */
export const windowHours = [0, 24, 48] as const;
export type WindowHours = (typeof windowHours)[number];

export interface WindowState {
  before: number;
  after: number;
  /** When the window before the session opens; null where there is none. */
  from: string | null;
  /** When the one after it ends: known from the close. */
  until: string | null;
}
export const windowKey: PartKey<WindowState> = { name: 'window' };

/** Whether one may write outside the live session now. */
export const isWindowOpen = ({ from, until }: WindowState, phase: Phase, now: number): boolean =>
  phase === 'scheduled'
    ? from !== null && now >= Date.parse(from)
    : phase === 'closed' && until !== null && now < Date.parse(until);

/** What was written since a session closed, and what one may still write. */
export interface WrittenView {
  session: string;
  until: string;
  open: boolean;
  mayWrite: boolean;
  nextId: string;
  statements: StatementView[];
  items: Pick<AgendaItem, 'id' | 'position' | 'title'>[];
  questions: { id: string; number: number; body: string }[];
}

/** The window in the record; absent where there was none. */
export interface WindowChapter {
  written?: { from: string | null; until: string | null };
}
