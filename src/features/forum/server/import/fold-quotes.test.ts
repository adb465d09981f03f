import { expect, test } from 'vitest';
import { renderMarkdown } from '#lib/server/markdown.ts';
import { foldQuotes } from './fold-quotes.ts';

const long = Array.from({ length: 20 }, (_, line) => `> line ${line} of what was answered`).join('\n');

test('the mail that somebody answers is folded, what they wrote is not', () => {
  const html = foldQuotes(renderMarkdown(`Before\n\n${long}\n> > deeper\n\nAfter\n\n> a word\n\nEnd`), 'fr');
  expect(html).toMatch(
    /^<p>Before<\/p>\s*<details class="quoted"><summary>Message cité<\/summary><blockquote/
  );
  expect(html.match(/<details/g)).toHaveLength(1);
  expect(html.match(/<blockquote/g)).toHaveLength(3);
  expect(html.replace(/<details class="quoted"><summary>.*?<\/summary>|<\/details>/g, '')).toBe(
    renderMarkdown(`Before\n\n${long}\n> > deeper\n\nAfter\n\n> a word\n\nEnd`)
  );
});

test('a label in a language of ours carries no mark, in another one it says that it is English', () => {
  expect(foldQuotes(renderMarkdown(long), 'ar')).toContain('<summary>الرسالة المقتبسة</summary>');
  expect(foldQuotes(renderMarkdown(long), 'sw')).toContain(
    '<summary lang="en" dir="ltr">Quoted message</summary>'
  );
});
