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

type Facts = Pick<LessonText, 'by' | 'polarity' | 'countries' | 'blocks' | 'axis' | 'occupations' | 'evidence' | 'months'>;

const lesson =
  (lang: 'en' | 'fr') =>
  (facts: Facts, [title, summary, done, happened, recommendation, conditions]: [string, string, string, string, string, string]): LessonText => ({
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
