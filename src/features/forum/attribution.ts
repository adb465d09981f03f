/** The Chatham House Rule in a thread: who keeps the names, since when, and that it was lifted when it was. */
import type { Act } from '#features/people/people.ts';
import type { SpaceView } from '#features/spaces/spaces.ts';
import type { Direction } from '#lib/dir.ts';
import type { Purpose } from './purposes.ts';

export const attributionEvents = {
  sealed: 'attribution.sealed',
  lifted: 'attribution.lifted',
  read: 'attribution.read'
} as const;

/** What is asked of a country, answered by a desk or made known by the forum is said by somebody: it cannot be sealed. */
export const sealable: readonly Purpose[] = ['discussion', 'question'];

/** `lifted`: the Rule no longer holds for what is said from then on; what was said under it stays sealed for ever. */
export interface AttributionState {
  since: string;
  keeper: string;
  lifted: { at: string; by: string; reason: string } | null;
}

export interface AttributionPeriod extends AttributionState {
  startedBy: string;
}

/** What the page of the Rule in a thread shows. */
export interface AttributionView {
  thread: { id: string; title: string; lang: string; dir: Direction };
  space: Pick<SpaceView, 'slug' | 'titles'>;
  periods: AttributionPeriod[];
  /** `keep`: the reader is the keeper of names that are sealed here. */
  may: { hold: boolean; lift: boolean; keep: boolean };
}

/** What was done under the Rule, for its keeper's eyes. */
export interface SealedAct {
  postId: string;
  /** Where the post stands today. */
  threadId: string;
  number: number;
  deed: 'posted' | 'edited' | 'withdrawn';
  act: Act;
  at: string;
}
