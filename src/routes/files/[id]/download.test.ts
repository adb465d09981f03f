import { expect, test } from 'vitest';
import { dispositionOf, rangeOf } from './download.ts';

test('a download keeps its name in every script, and no name breaks out of its header', () => {
  expect(dispositionOf('Rapport été.pdf')).toBe(
    `attachment; filename="Rapport ete.pdf"; filename*=UTF-8''Rapport%20%C3%A9t%C3%A9.pdf`
  );
  expect(dispositionOf('ميزانية.pdf')).toMatch(/^attachment; filename="_+\.pdf"; filename\*=UTF-8''%D9/);
  const hostile = dispositionOf('a";\r\nset-cookie: x=1;\\%41\'(*).pdf');
  expect(hostile).not.toMatch(/[\r\n]/);
  expect(hostile.match(/"/g)).toHaveLength(2);
  expect(hostile).toMatch(/%27%28%2A%29\.pdf$/);
});

test('a reader whose line broke goes on where it did', () => {
  const file = { bytes: 100, sha256: 'abc' };
  const range = (asked: string, ifRange: string | null = null) => rangeOf(asked, ifRange, file);
  expect(range('bytes=0-9')).toEqual({ start: 0, end: 9 });
  expect(range('bytes=90-')).toEqual({ start: 90, end: 99 });
  expect(range('bytes=-10')).toEqual({ start: 90, end: 99 });
  expect(range('bytes=-1000')).toEqual({ start: 0, end: 99 });
  expect(range('bytes=50-1000', '"abc"')).toEqual({ start: 50, end: 99 });
  expect([range('bytes=100-'), range('bytes=-0')]).toEqual(['beyond', 'beyond']);
  for (const odd of ['bytes=9-0', 'bytes=-', 'bytes=0-1,5-6', 'lines=1-2', `bytes=${'9'.repeat(30)}-`])
    expect(range(odd)).toBeNull();
  expect(range('bytes=0-9', '"another"')).toBeNull();
});
