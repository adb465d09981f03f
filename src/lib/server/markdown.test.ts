import { expect, test } from 'vitest';
import { renderKept, renderMarkdown } from './markdown.ts';

const attacks = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '[x](javascript:alert(1))',
  '[x](JaVaScRiPt:alert(1))',
  '[x](java\tscript:alert(1))',
  '[x](&#106;avascript:alert(1))',
  '[x](&#x6A;avascript&colon;alert(1))',
  '[x](data:text/html;base64,PHNjcmlwdD4=)',
  '[x](vbscript:msgbox(1))',
  '[x](file:///etc/passwd)',
  '[x](//evil.example/path)',
  '<javascript:alert(1)>',
  '![x](javascript:alert(1))',
  '![x](data:image/svg+xml;base64,PHN2Zz4=)',
  '![x" onerror="alert(1)](https://evil.example/p.png)',
  '[x](https://evil.example "onmouseover=alert(1)")',
  '[x](https://evil.example/"onmouseover="alert(1))',
  '<svg/onload=alert(1)>',
  '<iframe src="https://evil.example"></iframe>',
  '<a href="javascript:alert(1)">x</a>',
  '<math><mi//xlink:href="data:x,<script>alert(1)</script>">',
  '<style>*{display:none}</style>',
  '[ref]: javascript:alert(1)\n\n[ref]',
  '```html"><script>alert(1)</script>\nx\n```',
  '`<script>alert(1)</script>`',
  '| a |\n|:-:|\n| <b onclick=x>y</b> |',
  '[![x](https://evil.example/a.png)](javascript:alert(1))',
  '<p style="position:fixed">over everything</p>'
];

test.each(attacks)('nobody is attacked by %j', (text) => {
  const html = renderMarkdown(text);
  // What is left of the attack is text: no tag, attribute or scheme of its own.
  expect(html).not.toMatch(/<(script|img|svg|iframe|style|math|object|embed|form|input|button)\b/i);
  expect(html).not.toMatch(/<[^>]*\s(on\w+|style|class|id|src)\s*=/i);
  expect(html).not.toMatch(/<[^>]*href="\s*(?!https?:|mailto:|\/[^/]|#|\?)[^"]*"/i);
});

test('a picture of another host is a link: looking at a post tells nobody who reads', () => {
  expect(renderMarkdown('![the map](https://tiles.example/map.png)')).toBe(
    '<p><a href="https://tiles.example/map.png" rel="noopener nofollow ugc">the map</a></p>\n'
  );
});

test('a link carries no weight and no window; one within Palabre is plain', () => {
  expect(renderMarkdown('https://who.example/x')).toContain('rel="noopener nofollow ugc"');
  expect(renderMarkdown('[post](/threads/1?post=2#post-2)')).toContain(
    '<a href="/threads/1?post=2#post-2">post</a>'
  );
});

test('headings of a post come under the heading of the post, without a hole', () => {
  const html = renderMarkdown('### Deep\n\n# High\n\n###### Deepest');
  expect(html.match(/<h\d/g)).toEqual(['<h3', '<h3', '<h4']);
});

test('the empty corner of a table is not announced as a heading', () => {
  const html = renderMarkdown('| | Before | After |\n|-|-|-|\n| Visits | 10 | 13 |');
  expect(html.match(/<t[hd]>/g)).toEqual(['<td>', '<th>', '<th>', '<td>', '<td>', '<td>']);
});

test.each([
  ['10,000 nested quotes', '> '.repeat(10_000) + 'x'],
  ['10,000 nested quotes without spaces', '>'.repeat(10_000) + 'x'],
  ['a staircase of quotes', Array.from({ length: 280 }, (_, depth) => '>'.repeat(depth) + ' x').join('\n')],
  ['20,000 list marks', '- '.repeat(20_000) + 'x'],
  ['a staircase of lists', Array.from({ length: 280 }, (_, depth) => ' '.repeat(depth) + '- x').join('\n')],
  ['mixed quotes and lists', '> - '.repeat(10_000) + 'x'],
  ['40,000 opening brackets', '['.repeat(40_000)],
  ['unclosed links', '[a]('.repeat(10_000)],
  ['images in images', '!['.repeat(20_000)],
  ['emphasis that never ends', '*a **b '.repeat(5_000)],
  ['alternating emphasis', '*_'.repeat(20_000)],
  ['backticks of every length', Array.from({ length: 280 }, (_, n) => '`'.repeat(n)).join(' ')],
  [
    'a table of 40,000 cells',
    '|a'.repeat(100) + '\n' + '|-'.repeat(100) + '\n' + ('|a'.repeat(100) + '\n').repeat(190)
  ],
  ['addresses without end', 'http://a.'.repeat(4_000)],
  ['entities', '&amp'.repeat(10_000)],
  [
    'references',
    Array.from({ length: 1000 }, (_, n) => `[${n}]: /x${n}`).join('\n') + '\n' + '[1]'.repeat(5_000)
  ],
  ['html comments', '<!--'.repeat(10_000)],
  ['deep indentation', ' '.repeat(39_000) + 'x']
])('%s are rendered in a moment, and harm nobody', (_, text) => {
  const start = performance.now();
  const html = renderMarkdown(text);
  expect(performance.now() - start).toBeLessThan(1500);
  expect((html.match(/<blockquote/g)?.length ?? 0) + (html.match(/<[uo]l/g)?.length ?? 0)).toBeLessThan(1000);
});

test('a text that is rendered again under the same revision is not parsed again', () => {
  const first = renderKept('p:0', 'one');
  expect(renderKept('p:0', 'never looked at')).toBe(first);
  expect(renderKept('p:1', 'two')).toContain('two');
});
