/** The chat beside a session: short, seen by all who follow, and not part of the record unless the chair cites a line of it. */
import type { Act } from '#features/people/people.ts';
import type { PartKey } from '#features/sessions/parts.ts';
import type { Direction } from '#lib/dir.ts';

export const remarkLimits = { bodyLength: 500, shown: 200, perMinute: 20 } as const;

export interface RemarkView {
  id: string;
  number: number;
  act: Act;
  body: string;
  lang: string;
  dir: Direction;
  at: string;
  cited: boolean;
}

/** A remark as it is now, or one that the chair took away. */
export interface RemarkDelta {
  set?: RemarkView;
  gone?: string;
}

/** The last remarks in their order. The reader's own: the id of a next one. */
export const remarksKey: PartKey<RemarkView[], RemarkDelta, string | null> = {
  name: 'remarks',
  fold(whole, { set, gone }) {
    const others = whole.filter(({ id }) => id !== gone && id !== set?.id);
    return set ? [...others, set].sort((a, b) => a.number - b.number).slice(-remarkLimits.shown) : others;
  }
};

/** What the chair cited; absent where nothing was. */
export interface RemarksChapter {
  remarks?: Omit<RemarkView, 'cited'>[];
}
