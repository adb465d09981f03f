import { expect, test } from 'vitest';
import { renderMarkdown } from '#lib/server/markdown.ts';
import { safeName } from './export.ts';
import { inLine, plainMarkdown, quoted } from './plain-markdown.ts';

const origin = 'https://palabre.example';

test.each([
  '[a](javascript:alert(1))',
  '[a]( <javascript:alert(1)>)',
  '[a](JaVaScRiPt:alert(1) "t")',
  '[a](&#106;avascript:alert(1))',
  '[a](&#x6A;avascript&colon;alert(1))',
  '[a](java\\script:alert(1))',
  '[a](%6Aavascript:alert(1))',
  '![a](data:text/html;base64,PHNjcmlwdD4=)',
  '[a](vbscript:x) and [b](file:///etc/passwd)',
  '[a][ref]\n\n[ref]: javascript:alert(1)',
  '[a]: <javascript:alert(1)>\n[a]'
])('whoever opens %j elsewhere runs nothing', (text) => {
  expect(plainMarkdown(text, origin)).not.toMatch(/script\s*:|data:|file:|script&colon;|ipt\\?:/i);
  expect(plainMarkdown(text, origin)).toContain('#link-left-out');
});

test('HTML becomes text, code stays as it was written, and links of ours lead home', () => {
  expect(plainMarkdown('<img src=x onerror=alert(1)> a < b <https://who.int/a>', origin)).toBe(
    '&lt;img src=x onerror=alert(1)> a &lt; b <https://who.int/a>'
  );
  expect(plainMarkdown('`<b>` and ``a ` <i>`` but <u>', origin)).toBe('`<b>` and ``a ` <i>`` but &lt;u>');
  expect(plainMarkdown('```html\n<b>[x](javascript:1)</b>\n```\n<b>', origin)).toBe(
    '```html\n<b>[x](javascript:1)</b>\n```\n&lt;b>'
  );
  expect(plainMarkdown('[#Fees](/threads/1?post=3) [@M](//evil.example)', origin)).toBe(
    `[#Fees](${origin}/threads/1?post=3) [@M](//evil.example)`
  );
});

test('a block that never ends, or a heading that somebody wrote, swallows or forges nothing after it', () => {
  const text = plainMarkdown('```\nopen\n## 9. Ministry', origin);
  expect(renderMarkdown(`${text}\n\n## next`)).toContain('next</h');
  expect(quoted('a\n\n## 9. Ministry\n---')).toBe('> a\n>\n> ## 9. Ministry\n> ---');
  expect(inLine('<b>*a*\n# [x](y)')).toBe('&lt;b\\>\\*a\\* \\# \\[x\\](y)');
});

test.each([
  ['../../etc/passwd', 'etc-passwd'],
  ['..\\..\\boot.ini', 'boot.ini'],
  ['/absolute.pdf', 'absolute.pdf'],
  ['C:\\x.docx', 'C-x.docx'],
  ['a\u0000b\u202egpj.exe', 'a-b-gpj.exe'],
  ['...', 'file'],
  ['Rapport financé (final).pdf', 'Rapport-financé-final-.pdf'],
  ['تقرير.pdf', 'تقرير.pdf'],
  [`${'x'.repeat(300)}.pdf`, `${'x'.repeat(60)}.pdf`]
])('a file called %j stays in its folder', (name, safe) => {
  expect(safeName(name)).toBe(safe);
});
