import { typeset } from './text.ts';

/** A lesson of the demo world. Places are real names, what happened there is made up. */
export interface LessonText {
  by: string;
  lang: 'en' | 'fr';
  polarity: 'worked' | 'partly' | 'did_not_work';
  countries: string[];
  blocks: string[];
  axis: 'policy_dialogue' | 'financing' | 'development_cooperation' | null;
  occupations: string[];
  evidence: 'anecdote' | 'routine' | 'evaluation' | 'review';
  /** Months before now in which it began and ended. */
  months: [number, number];
  title: string;
  summary: string;
  done: string;
  happened: string;
  recommendation: string;
  conditions: string;
}

type Facts = Pick<LessonText, 'by' | 'polarity' | 'countries' | 'blocks' | 'evidence' | 'months'> &
  Partial<Pick<LessonText, 'axis' | 'occupations'>>;
/** Title, summary, what was done, what happened, recommendation, conditions. */
type Words = [string, string, string, string, string, string];

const lesson =
  (lang: 'en' | 'fr') =>
  (facts: Facts, [title, summary, done, happened, recommendation, conditions]: Words): LessonText => ({
    axis: null,
    occupations: [],
    ...facts,
    lang,
    title: typeset(lang, title),
    summary: typeset(lang, summary),
    done: typeset(lang, done),
    happened: typeset(lang, happened),
    recommendation: typeset(lang, recommendation),
    conditions: typeset(lang, conditions)
  });

export const english = lesson('en');
export const french = lesson('fr');
