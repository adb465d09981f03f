import type { TextNode } from '#features/briefs/briefs.ts';
import type { Act } from '#features/people/people.ts';
import type { PartKey } from '#features/sessions/parts.ts';

/** Who writes the minutes, and the shared text that they write; it begins when the session is open and somebody was named. */
export interface MinutesState {
  rapporteurs: Act[];
  brief: { id: string; generation: string; title: string; lang: string } | null;
}

export interface MinutesOwn {
  /** The text when the page was loaded; in a live window it is the document's own line that brings what follows. */
  text: TextNode | null;
  /** For who leads: among whom they choose the rapporteurs. */
  candidates: Act[] | null;
}

export const minutesKey: PartKey<MinutesState, never, MinutesOwn> = { name: 'minutes' };

/** Who wrote the minutes, and what they wrote, as it was published at the close. */
export interface MinutesChapter {
  minutes?: {
    rapporteurs: Act[];
    /** Nothing was written: no text. */
    brief?: string;
    number?: number;
    sha256?: string;
    lang?: string;
    text?: TextNode;
  };
}
