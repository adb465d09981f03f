import { m } from '#lib/paraglide/messages.js';
import { actText, momentText, type ChapterText } from '#features/sessions/chapter-text.ts';
import type { StatementsChapter } from './statements.ts';

/** The statements as they were posted. */
export function statementsText({ statements }: StatementsChapter): ChapterText {
  return {
    title: m.session_statements(),
    blocks: statements.map((each) => ({
      kind: 'entry',
      passage: {
        anchor: `statement-${each.number}`,
        label: `${m.session_statement_number({ number: each.number })}: ${actText(each.act)}`
      },
      about: [...(each.item ? [m.session_item_number({ number: each.item })] : []), momentText(each.at)],
      words: [{ text: each.body, lang: each.lang, dir: each.dir, markdown: true }]
    }))
  };
}
