import { actText, momentText, type ChapterText } from '#features/sessions/chapter-text.ts';
import { m } from '#lib/paraglide/messages.js';
import type { QuestionsChapter } from './questions.ts';

/** The questions with their votes and answers; an open one says where it goes on. */
export function questionsText({ questions }: QuestionsChapter): ChapterText {
  return {
    title: m.questions_title(),
    blocks: questions!.map((each) => {
      const { answer, united, thread } = each;
      const notes: string[] = [];
      if (united.length > 0)
        notes.push(m.questions_also_asked({ names: united.map(({ act }) => actText(act)).join(', ') }));
      if (answer)
        notes.push(
          [
            `${m.questions_answered()} ${momentText(answer.at)}`,
            answer.act && actText(answer.act),
            answer.statement && m.session_statement_number({ number: answer.statement })
          ]
            .filter(Boolean)
            .join(' · ')
        );
      else notes.push(thread ? `${m.questions_goes_on()}: ${thread}` : m.questions_stayed_open());
      return {
        kind: 'entry',
        passage: {
          anchor: `question-${each.number}`,
          label: `${m.questions_number({ number: each.number })}: ${actText(each.act)}`
        },
        about: [
          ...(each.item ? [m.session_item_number({ number: each.item })] : []),
          momentText(each.at),
          m.questions_votes({ count: each.votes })
        ],
        words: [
          { text: each.body, lang: each.lang, dir: each.dir },
          ...(answer?.text ? [{ text: answer.text, lang: answer.lang, dir: answer.dir }] : [])
        ],
        notes
      };
    })
  };
}
