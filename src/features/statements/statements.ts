import type { Act } from '#features/people/people.ts';
import type { PartKey } from '#features/sessions/parts.ts';
import type { Direction } from '#lib/dir.ts';

export const limits = { statementLength: 10_000 } as const;

export interface StatementView {
  id: string;
  number: number;
  itemPosition: number | null;
  /** The number of the question that it says it answers. */
  question: number | null;
  /** Posted in the written window, before the opening or after the close. */
  written: boolean;
  act: Act;
  /** Rendered from Markdown and sanitised by the server. */
  html: string;
  lang: string;
  dir: Direction;
  at: string;
}

/** The statements in their order. The reader's own: the id of a next one, so that a form without JavaScript that is sent twice posts once. */
export const statementsKey: PartKey<StatementView[], StatementView, string | null> = {
  name: 'statements',
  fold: (whole, statement) =>
    whole.some(({ id }) => id === statement.id)
      ? whole
      : [...whole, statement].sort((a, b) => a.number - b.number)
};

/** The statements in the record, as they were posted. */
export interface StatementsChapter {
  statements: RecordedStatement[];
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
  /** The number of the question that it answers; absent where there is none. */
  question?: number;
  /** Present where it was posted in the written window. */
  written?: true;
  /** Markdown, as it was posted. */
  body: string;
  at: string;
}
