import type { TextNode } from '#features/briefs/briefs.ts';
import { plainText } from '#features/briefs/words.ts';
import { actText, momentText, type Block, type ChapterText } from '#features/sessions/chapter-text.ts';
import { whoName } from '#features/sessions/words.ts';
import { dirOf } from '#lib/dir.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import { polarityName } from '#features/lessons/polarity-name.ts';
import type { LessonsChapter } from './captured.ts';
import type { MinutesChapter } from './minutes.ts';
import { outcomeKinds, type OutcomeKind, type OutcomesChapter, type RecordedOutcome } from './outcomes.ts';
import { dayText, outcomeName, responsibleName } from './words.ts';

const groups = {
  decision: { field: 'decisions', title: m.outcomes_decisions },
  action: { field: 'actions', title: m.outcomes_actions },
  recommendation: { field: 'recommendations', title: m.outcomes_recommendations }
} as const;

/** Decisions, actions (who, by when) and recommendations; one that was withdrawn says so. */
export function outcomesText({ outcomes }: OutcomesChapter): ChapterText {
  return {
    title: m.outcomes_title(),
    blocks: outcomeKinds.flatMap((kind): Block[] => {
      const of = outcomes?.[groups[kind].field] ?? [];
      return of.length === 0
        ? []
        : [{ kind: 'heading', text: groups[kind].title() }, ...of.map((each) => entry(kind, each))];
    })
  };
}

function entry(kind: OutcomeKind, outcome: RecordedOutcome): Block {
  const locale = getLocale();
  const { who, by, withdrawnAt, reason } = outcome;
  const notes: string[] = [];
  if (who) notes.push(`${m.outcomes_who()} ${responsibleName(who, locale)}`);
  if (by) notes.push(`${m.outcomes_by()} ${dayText(by, locale)}`);
  if (withdrawnAt) notes.push(`${m.outcomes_withdrawn_at()} ${momentText(withdrawnAt)}`);
  if (reason) notes.push(`${m.outcomes_reason()} ${reason}`);
  for (const each of outcome.earlier ?? [])
    notes.push(`${m.outcomes_until()} ${momentText(each.until)}: ${each.text}`);
  const label = outcomeName(kind, outcome.number);
  return {
    kind: 'entry',
    passage: { anchor: `${kind}-${outcome.number}`, label },
    about: [
      ...(outcome.item ? [m.session_item_number({ number: outcome.item })] : []),
      m.outcomes_recorded_by({ name: whoName(outcome.act, locale) }),
      momentText(outcome.at)
    ],
    words: [{ text: outcome.text, lang: outcome.lang, dir: outcome.dir }],
    notes
  };
}

/** The minutes as they stood at the close, one entry a paragraph. */
export function minutesText({ minutes }: MinutesChapter): ChapterText {
  const { rapporteurs, text, lang = 'en' } = minutes!;
  const paragraphs = text ? paragraphsOf(text) : [];
  return {
    title: m.outcomes_minutes(),
    blocks: [
      { kind: 'line', text: m.outcomes_kept_by({ names: rapporteurs.map(actText).join(', ') }) },
      ...paragraphs.map((words): Block => ({
        kind: 'entry',
        passage: null,
        about: [],
        words: [{ text: words, lang, dir: dirOf(words) }]
      })),
      ...(paragraphs.length === 0 ? [{ kind: 'line' as const, text: m.outcomes_minutes_empty() }] : [])
    ]
  };
}

const paragraphsOf = (text: TextNode): string[] =>
  plainText(text)
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);

/** What was learned here, as it was captured. */
export const lessonsText = ({ lessons }: LessonsChapter): ChapterText => ({
  title: m.lessons_short(),
  blocks: lessons!.map((each) => ({
    kind: 'entry',
    passage: null,
    about: [polarityName(each.polarity), actText(each.act), momentText(each.at)],
    words: [{ text: each.title, lang: each.lang, dir: dirOf(each.title) }],
    notes: [`/lessons/${each.id}`]
  }))
});
