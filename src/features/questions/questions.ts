import type { Act } from '#features/people/people.ts';
import type { Counted, PartKey } from '#features/sessions/parts.ts';
import type { Direction } from '#lib/dir.ts';

export const limits = {
  bodyLength: 1000,
  answerLength: 2000,
  reasonLength: 300,
  threadTitle: 160,
  /** Open questions of one session, held ones too. */
  open: 100,
  /** Questions one person may ask in ten minutes. */
  perPerson: 10
} as const;

/** before: the chair lets each question out. after: it is seen at once, and the chair may take it away. */
export const moderations = ['after', 'before'] as const;
export type Moderation = (typeof moderations)[number];

/** balanced: every country's first question before any country's second. votes: most votes first. asked: as they came. */
export const orders = ['balanced', 'votes', 'asked'] as const;
export type QuestionOrder = (typeof orders)[number];

export interface QuestionRules {
  moderation: Moderation;
  order: QuestionOrder;
  /** Whether questions are taken. */
  open: boolean;
}

/** What was answered, when, by whom, and where it stands. */
export interface Answer {
  at: string;
  /** Who had the floor, or whose statement it is; null when the chair said only that it was answered. */
  act: Act | null;
  /** The number of the statement that answers. */
  statement: number | null;
  text: string | null;
  lang: string;
  dir: Direction;
}

export interface QuestionView {
  id: string;
  number: number;
  itemPosition: number | null;
  act: Act;
  body: string;
  lang: string;
  dir: Direction;
  at: string;
  /** Who asked the same: their questions were united with this one. */
  alsoAsked: Act[];
  answer: Answer | null;
  /** The thread in which it goes on after the close. */
  thread: string | null;
}

/** A question that others do not see: it waits for the chair, or was taken away. */
export interface HeldQuestion extends Pick<QuestionView, 'id' | 'act' | 'body' | 'lang' | 'dir' | 'at'> {
  hidden: boolean;
  reason: string | null;
}

export interface QuestionsState {
  rules: QuestionRules;
  /** How many wait for the chair. */
  waiting: number;
  questions: QuestionView[];
}

/** What a thread made of the question is called: its first line, cut at a word. */
export function titleOf(body: string): string {
  const [line] = body.trim().split('\n');
  if (line.length <= limits.threadTitle) return line;
  return `${line.slice(0, limits.threadTitle - 1).replace(/\s+\S*$/, '')}…`;
}

/** A question as it is now, or one that is not to be seen any more; the rules; how many wait. */
export interface QuestionsDelta {
  set?: QuestionView;
  gone?: string;
  rules?: QuestionRules;
  waiting?: number;
}

export interface OwnQuestions {
  /** The id of a next question, so that a form without JavaScript that is sent twice asks once. */
  nextId: string;
  /** The questions that the reader votes for. */
  voted: string[];
  /** The reader's own that others do not see; for the chair, all that wait. */
  held: HeldQuestion[];
}

export const questionsKey: PartKey<QuestionsState, QuestionsDelta, OwnQuestions | null> = {
  name: 'questions',
  fold(whole, { set, gone, rules, waiting }) {
    const others = whole.questions.filter(({ id }) => id !== gone && id !== set?.id);
    return {
      rules: rules ?? whole.rules,
      waiting: waiting ?? whole.waiting,
      questions: set ? [...others, set].sort((a, b) => a.number - b.number) : others
    };
  }
};

/** Votes by question: counted, so that a hall that votes at once costs a few messages a second. */
export interface VoteCount extends Counted {
  votes: number;
}
export const votesKey: PartKey<VoteCount[]> = { name: 'question-votes' };

export interface RecordedQuestion {
  id: string;
  number: number;
  item: number | null;
  act: Act;
  lang: string;
  dir: Direction;
  body: string;
  at: string;
  votes: number;
  united: { number: number | null; act: Act; lang: string; dir: Direction; body: string; at: string }[];
  answer: Answer | null;
  /** The address of the thread in which an open question goes on. */
  thread: string | null;
}

/** The questions in the record; absent where none was asked. */
export interface QuestionsChapter {
  questions?: RecordedQuestion[];
}
