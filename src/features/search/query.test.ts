import { expect, it } from 'vitest';
import { momentOf, readQuery, withOperator, withoutPiece } from './query.ts';

const shape = (typed: string) => {
  const { text, terms, operators, complaints } = readQuery(typed);
  return {
    terms: terms.map((term) => `${term.not ? '-' : ''}${term.phrase ? `"${term.text}"` : term.text}`),
    operators: operators.map(({ not, name, value }) => `${not ? '-' : ''}${name}=${value}`),
    pieces: operators.map(({ from, to }) => text.slice(from, to)),
    complaints: complaints.map(({ reason }) => reason)
  };
};

/** Of five times: a machine that is busy with something else is no reason to fail. */
const quickest = (work: () => unknown) =>
  Math.min(
    ...Array.from({ length: 5 }, () => {
      const start = performance.now();
      work();
      return performance.now() - start;
    })
  );

it('someone types words, phrases, what they do not want, and operators in any order', () => {
  expect(shape('nurses country:SN "rural posting" -urban -"this year" -tag:housing')).toMatchObject({
    terms: ['nurses', '"rural posting"', '-urban', '-"this year"'],
    operators: ['country=SN', '-tag=housing'],
    pieces: ['country:SN', '-tag:housing'],
    complaints: []
  });
});

it('someone types as one writes in French: names of their language, spaces before the colon, guillemets', () => {
  expect(
    shape(
      '« soins primaires » pays : Sénégal pays\u00a0: «\u00a0Côte d’Ivoire\u00a0» qualité:personnelle étiquette:logement avant:2027 après:2026-03 dans:forum par:Awa langue:fr'
    )
  ).toMatchObject({
    terms: ['"soins primaires"'],
    operators: [
      'country=Sénégal',
      'country=Côte d’Ivoire',
      'capacity=personnelle',
      'tag=logement',
      'before=2027',
      'after=2026-03',
      'in=forum',
      'by=Awa',
      'lang=fr'
    ],
    complaints: []
  });
});

it('someone types operators in Arabic', () =>
  expect(shape('الصحة بلد:مالي نوع:درس')).toMatchObject({
    terms: ['الصحة'],
    operators: ['country=مالي', 'kind=درس']
  }));

it('what is no operator is looked for as words, and someone who meant one is told', () => {
  expect(shape('topic:nurses')).toMatchObject({
    terms: ['topic', 'nurses'],
    complaints: ['unknown-operator']
  });
  expect(shape('Note : staff https://a.example/b at 14:30')).toMatchObject({ operators: [], complaints: [] });
  expect(shape('country:')).toMatchObject({ operators: [], complaints: ['empty-operator'] });
});

it.each([
  '-',
  '--',
  '"',
  '""',
  '«',
  ':',
  'a:',
  '" OR title:* NEAR(',
  '\u0000\u202e-x',
  '\ud800',
  '🙂 '.repeat(300)
])('someone who types %j gets an answer', (typed) => expect(readQuery(typed).text.isWellFormed()).toBe(true));

it('a very long query is cut, and someone is told', () => {
  const { text, complaints, operators } = readQuery('word country:SN '.repeat(1000));
  expect(text.length).toBeLessThanOrEqual(400);
  expect(complaints[0].reason).toBe('too-long');
  expect(operators.length).toBeLessThanOrEqual(20);
});

it('a hostile query is read in no time', () => {
  for (const typed of [
    'a:"'.repeat(5000),
    '-'.repeat(10_000),
    'a '.repeat(5000),
    '«'.repeat(10_000),
    'é'.repeat(10_000)
  ]) {
    expect(quickest(() => readQuery(typed))).toBeLessThan(200);
  }
});

it('someone takes one piece out, or puts one in', () => {
  const { text, operators } = readQuery('nurses country:SN rural');
  expect(withoutPiece(text, operators[0])).toBe('nurses rural');
  expect(withOperator('nurses', 'in', 'A "forum"')).toBe('nurses in:"A forum"');
});

it.each([
  ['2026', '2026-01-01'],
  ['2026-03', '2026-03-01'],
  ['2026/3/9', '2026-03-09'],
  ['09/03/2026', '2026-03-09'],
  ['٢٠٢٦', '2026-01-01'],
  ['2026-02-30', null],
  ['2026-13', null],
  ['soon', null]
])('someone who writes the date %s means %s', (value, day) =>
  expect(momentOf(value)?.toISOString().slice(0, 10) ?? null).toBe(day)
);
