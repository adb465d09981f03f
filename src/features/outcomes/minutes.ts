import type { Act } from '#features/people/people.ts';
import type { PartKey } from '#features/sessions/parts.ts';

/** Who writes the minutes. */
export interface MinutesState {
  rapporteurs: Act[];
}

/** For who leads: among whom they choose the rapporteurs. */
export interface MinutesOwn {
  candidates: Act[] | null;
}

export const minutesKey: PartKey<MinutesState, never, MinutesOwn> = { name: 'minutes' };

/** Who wrote the minutes, in the record. */
export interface MinutesChapter {
  minutes?: { rapporteurs: Act[] };
}
