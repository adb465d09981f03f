import type { Act } from '#features/people/people.ts';
import type { PartKey } from '#features/sessions/parts.ts';

/** The text that the room has before it: a brief of the session's forum. */
export interface ShownText {
  brief: string;
  title: string;
  lang: string;
}

/** The reader's own: for those who may put a text before the room, the briefs that there are. */
export const textKey: PartKey<ShownText | null, never, { id: string; title: string }[] | null> = {
  name: 'text'
};

export interface TextsChapter {
  texts?: {
    brief: string;
    title: string;
    lang: string;
    item: number | null;
    act: Act;
    from: string;
    to: string;
  }[];
}
