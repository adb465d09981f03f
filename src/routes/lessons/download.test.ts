import { beforeAll, expect, it } from 'vitest';
import { guest } from '#features/people/people.ts';
import { aLesson } from '#tests/lessons-world.ts';
import { aMember } from '#tests/world.ts';
import { GET as csv } from './lessons.csv/+server.ts';
import { GET as json } from './lessons.json/+server.ts';

/** What a handler needs of a request, for a guest at this address. */
const ask = async (handler: typeof csv | typeof json, query: string, headers = {}) => {
  const url = new URL(`https://palabre.example/lessons${query}`);
  const event = {
    url,
    request: new Request(url, { headers }),
    locals: { actor: guest, locale: 'fr', timezone: 'UTC', secure: true },
    getClientAddress: () => '::1'
  };
  return (await handler(
    event as unknown as Parameters<typeof csv>[0] & Parameters<typeof json>[0]
  )) as Response;
};

beforeAll(async () => {
  const author = await aMember({ name: '+49 Formula' });
  await aLesson(author, {
    title: '=HYPERLINK("http://evil.example","qqtaken")',
    summary: 'With "quotes", commas\nand lines',
    countries: ['SN', 'ML'],
    polarity: 'worked'
  });
  await aLesson(author, { title: 'Failed qqtaken', polarity: 'did_not_work' });
});

it('someone opens the current selection in a spreadsheet: same lessons, nothing in it runs', async () => {
  const response = await ask(csv, '?q=qqtaken&polarity=worked');
  expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8');
  const bytes = new Uint8Array(await response.arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const text = new TextDecoder().decode(bytes);
  expect(text).toContain(`"'=HYPERLINK(""http://evil.example"",""qqtaken"")"`);
  expect(text).toContain(`"With ""quotes"", commas\nand lines"`);
  expect(text).toContain("'+49 Formula");
  expect(text).toContain(',ML SN,');
  expect(text).not.toContain('Failed qqtaken');
});

it('a program takes the same selection as JSON, packed on the way when it can unpack', async () => {
  const plain = (await (await ask(json, '?q=qqtaken')).json()) as {
    lessons: { title: string; url: string }[];
  };
  expect(plain.lessons.map(({ title }) => title)).toEqual([
    'Failed qqtaken',
    '=HYPERLINK("http://evil.example","qqtaken")'
  ]);
  expect(plain.lessons[0].url).toMatch(/^https:\/\/palabre\.example\/lessons\/[0-9a-f-]{36}$/);
  const packed = await ask(json, '?q=qqtaken', { 'accept-encoding': 'gzip' });
  expect(packed.headers.get('content-encoding')).toBe('gzip');
  const unpacked = await new Response(packed.body!.pipeThrough(new DecompressionStream('gzip'))).json();
  expect(unpacked).toEqual(plain);
});

it('an empty selection is an empty file, not an error', async () => {
  expect(await (await ask(json, '?q=qqnothinglikethis')).json()).toMatchObject({ lessons: [] });
  expect((await (await ask(csv, '?q=qqnothinglikethis')).text()).split('\r\n')).toHaveLength(2);
});
