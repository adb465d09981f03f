import { actText, momentText, type ChapterText } from '#features/sessions/chapter-text.ts';
import { m } from '#lib/paraglide/messages.js';
import { getLocale } from '#lib/paraglide/runtime.js';
import type { BallotsChapter } from './ballots.ts';
import { choiceName, countriesText, endName, kindName, outcomeText } from './words.ts';

/** What was put to the room, its result in figures and, of a recorded one, who answered what; then why. */
export function ballotsText({ ballots }: Partial<BallotsChapter>): ChapterText {
  const locale = getLocale();
  return {
    title: m.ballots_chapter(),
    blocks: ballots!.map((each) => {
      const { result, options } = each;
      const notes: string[] = [];
      if (result) notes.push(outcomeText(options, result, locale));
      else if (each.withdrawnAt) notes.push(m.ballots_withdrawn());
      if (result?.rows && each.kind !== 'consent')
        for (const { choice, count } of result.rows) {
          const who =
            result.countries && count > 0 ? ` (${countriesText(result.countries[choice], locale)})` : '';
          notes.push(`${choiceName(options, choice)}: ${count}${who}`);
        }
      for (const { act } of each.explanations) notes.push(`${m.ballots_explanations()}: ${actText(act)}`);
      return {
        kind: 'entry',
        passage: {
          anchor: `ballot-${each.number}`,
          label: `${m.ballots_number({ number: each.number })}: ${kindName(each.kind)}`
        },
        about: [
          ...(each.item ? [m.session_item_number({ number: each.item })] : []),
          ...(each.secret ? [m.ballots_secret()] : []),
          momentText(each.endedAt ?? each.withdrawnAt ?? each.startedAt),
          ...(each.endedBy ? [endName(each.endedBy)] : [])
        ],
        words: [
          { text: each.question, lang: each.lang, dir: each.dir },
          ...each.explanations.map(({ body, lang, dir }) => ({ text: body, lang, dir }))
        ],
        notes
      };
    })
  };
}
