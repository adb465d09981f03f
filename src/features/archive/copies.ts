import * as v from 'valibot';
import type { Names } from '#lib/names.ts';
import type { Direction } from '#lib/dir.ts';
import { isText } from '#lib/plain-text.ts';

/** What an author may answer: with the name, without it (the organisation, or the country, stays), or not at all. */
export const copyAnswers = ['named', 'unnamed', 'declined'] as const;
export type CopyAnswer = (typeof copyAnswers)[number];

export const copyEvents = {
  proposed: 'copy.proposed',
  answered: 'copy.answered',
  redacted: 'copy.redacted',
  published: 'copy.published',
  renewed: 'copy.renewed',
  withdrawn: 'copy.withdrawn'
} as const;

export const copyLimits = { passageLength: 2000, reasonLength: 500, redactions: 500 } as const;

/** What stands in place of a passage that was taken out. */
export const redactionMark = '▇▇▇';

const id = v.pipe(v.string(), v.uuid());
const words = (length: number) =>
  v.pipe(v.string(), v.trim(), v.maxLength(length, 'too-long'), v.check(isText, 'not-text'));

export const copyAnswerInput = v.object({
  requestId: id,
  answer: v.picklist(copyAnswers, 'choice-missing')
});
export const copyRedaction = v.object({
  postId: id,
  passage: v.pipe(v.optional(words(copyLimits.passageLength), ''), v.nonEmpty('text-missing'))
});
export const copyRedactionEnd = v.object({ redactionId: id });
export const copyWithdrawal = v.object({ reason: v.optional(words(copyLimits.reasonLength), '') });

/** One who is asked: a person for what they said as themselves, an organisation for what was said on its behalf. */
export interface CopyRequest {
  id: string;
  party: 'person' | 'organisation';
  personName: string | null;
  organisation: Names | null;
  answer: CopyAnswer | null;
  answeredAt: string | null;
  posts: number[];
}

/** A copy as its page shows it: to who moderates all of it, to who is asked their own part. */
export interface CopyView {
  id: string;
  thread: { id: string; title: string; lang: string; dir: Direction };
  space: { slug: string; titles: Names };
  proposedAt: string;
  published: { at: string; edition: number; hash: string } | null;
  moderates: boolean;
  /** Everyone's for moderators; else those that the reader may answer. */
  requests: (CopyRequest & { mine: boolean })[];
  /** Posts by people who cannot be asked. */
  unasked: number;
  /** For moderators: each post with its text, to choose what to take out. */
  texts: { postId: string; number: number; lang: string; dir: Direction; markdown: string }[];
  redactions: { id: string; number: number; passage: string }[];
}

export interface PublishedCopy {
  id: string;
  title: string;
  lang: string;
  dir: Direction;
  publishedAt: string;
  edition: number;
  changedAt: string;
  hash: string;
  posts: number;
}

/** A thread whose copy the reader is asked about. */
export interface AskedOfMe {
  threadId: string;
  title: string;
  lang: string;
  dir: Direction;
  at: string;
  answered: boolean;
}
