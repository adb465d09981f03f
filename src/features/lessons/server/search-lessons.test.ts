import { beforeAll, describe, expect, it, vi } from 'vitest';
import { guest, type Member } from '#features/people/people.ts';
import { newId } from '#lib/id.ts';
import { atomic, store } from '#lib/server/db.ts';
import { aLesson, aText } from '#tests/lessons-world.ts';
import { aMember } from '#tests/world.ts';
import { readSelection } from '../selection.ts';
import { exportLessons } from './export-lessons.ts';
import { indexLessons } from './search-index.ts';
import { searchLessons } from './search-lessons.ts';

import { lessonFacets, lessons } from './tables.ts';

const search = (address: string) => searchLessons(guest, readSelection(new URLSearchParams(address)));
const titles = async (query: string, rest = '') =>
  (await search(`q=${encodeURIComponent(query)}${rest}`)).hits.map(({ title }) => title);

let author: Member;
beforeAll(async () => {
  author = await aMember();
});

describe('a reader without an account finds a lesson in the words of their language', () => {
  it.each([
    ['fr', 'Rétention des sages-femmes en zone éloignée zqfr', 'retention sage-femme zqfr'],
    ['en', 'Midwives left within a year zqen', 'MIDWIFE zqen'],
    ['es', 'Formación de enfermeras en zonas rurales zqes', 'formacion enfermera zqes'],
    ['ar', 'توفير الأدوية الأساسية في المستشفيات zqar', 'الادوية الاساسيه zqar'],
    ['ru', 'Удержание медсестёр: отчёт области zqru', 'отчет медсестер zqru'],
    ['zh', '农村护士留任的经验 zqzh', '护士留任 zqzh']
  ])('%s: « %s » by « %s »', async (lang, title, query) => {
    await aLesson(author, { lang, title });
    expect(await titles(query)).toEqual([title]);
  });

  it('the beginning of the last word is enough, of an earlier one it is not', async () => {
    await aLesson(author, { title: 'Supervision by telephone qqprefix' });
    expect(await titles('qqprefix superv')).toHaveLength(1);
    expect(await titles('superv qqprefix')).toHaveLength(0);
  });

  it('a word in the title weighs more than one in the text', async () => {
    await aLesson(author, {
      title: 'Something else',
      whatHappened: `Only here is qqweight, among ${'many other words '.repeat(20)}`
    });
    await aLesson(author, { title: 'About qqweight' });
    await aLesson(author, {
      title: 'Newer but not about it',
      whatHappened: `${'Long text without it. '.repeat(20)} qqweight`
    });
    expect((await titles('qqweight'))[0]).toBe('About qqweight');
    expect((await titles('qqweight', '&order=newest'))[0]).toBe('Newer but not about it');
  });

  it.each([
    '*',
    '"',
    '"a* OR NEAR(',
    'a* OR NEAR("b", 2) AND title:x',
    "' | !x & (y:*A) <-> z\\",
    'lesson_search match',
    '%_',
    '\u0000\ud800',
    '🙂'
  ])('what looks like the syntax of a database is only text: %j', async (query) =>
    expect((await search(`q=${encodeURIComponent(query.toWellFormed())}`)).total).toBeGreaterThanOrEqual(0)
  );

  it('a query without a single word shows all lessons and says so', async () => {
    const [all, stops] = [await search(''), await search('q=***+--')];
    expect(stops.total).toBe(all.total);
    expect([all.noWords, stops.noWords]).toEqual([false, true]);
  });
});

describe('facets count right and narrow', () => {
  beforeAll(async () => {
    const common = { title: 'Facet qqfacet' };
    await aLesson(author, {
      ...common,
      polarity: 'worked',
      countries: ['SN', 'ML'],
      blocks: ['health_workforce'],
      occupations: ['2222'],
      axis: 'financing',
      lang: 'fr'
    });
    await aLesson(author, {
      ...common,
      polarity: 'did_not_work',
      countries: ['SN'],
      blocks: ['health_workforce'],
      evidence: 'evaluation'
    });
    await aLesson(author, { ...common, polarity: 'partly', countries: ['NP'], blocks: ['health_financing'] });
  });
  const counts = (list: { value: string; count: number }[]) =>
    Object.fromEntries(list.map(({ value, count }) => [value, count]));

  it('each value says how many lessons it would leave; regions follow from countries', async () => {
    const { facets, total } = await search('q=qqfacet');
    expect(total).toBe(3);
    expect(counts(facets.country)).toEqual({ SN: 2, ML: 1, NP: 1 });
    expect(counts(facets.region)).toEqual({ AFR: 2, SEAR: 1 });
    expect(counts(facets.polarity)).toEqual({ worked: 1, partly: 1, did_not_work: 1 });
    expect(counts(facets.language)).toEqual({ en: 2, fr: 1 });
    expect(counts(facets.occupation)).toEqual({ '2222': 1 });
    expect(counts(facets.axis)).toEqual({ financing: 1 });
  });

  it('a choice narrows the others and not itself, so that one can widen', async () => {
    const { facets, total } = await search('q=qqfacet&country=SN');
    expect(total).toBe(2);
    expect(counts(facets.country)).toEqual({ SN: 2, ML: 1, NP: 1 });
    expect(counts(facets.block)).toEqual({ health_workforce: 2 });
    expect(counts(facets.evidence)).toEqual({ routine_data: 1, evaluation: 1 });
  });

  it('two values of one facet widen, two facets narrow', async () => {
    expect((await search('q=qqfacet&country=ML&country=NP')).total).toBe(2);
    const both = await search('q=qqfacet&country=SN&evidence=evaluation&polarity=worked');
    expect(both.total).toBe(0);
    expect(counts(both.facets.polarity)).toEqual({ did_not_work: 1, worked: 0 });
  });

  it('what did not work is there unless the reader leaves it out', async () => {
    const seen = (await search('q=qqfacet')).hits.map(({ polarity }) => polarity);
    expect(seen).toContain('did_not_work');
    expect((await search('polarity=worked&q=qqfacet')).hits.map(({ polarity }) => polarity)).toEqual([
      'worked'
    ]);
  });

  it('a hostile or unknown facet value finds nothing and breaks nothing', async () => {
    expect((await search("q=qqfacet&country=XX')--")).total).toBe(3);
    expect((await search('q=qqfacet&country=XX')).total).toBe(0);
    expect(
      (await search(`q=qqfacet&${Array.from({ length: 5000 }, (_, i) => `country=A${i}`).join('&')}`)).total
    ).toBe(0);
  });
});

it('the number of queries does not grow with the lessons: 5,000 more of them, the same few', async () => {
  const asked = async (address: string) => {
    const spy = vi.spyOn(store().db, 'select');
    const began = performance.now();
    const found = await search(address);
    const queries = spy.mock.calls.length;
    spy.mockRestore();
    return { queries, total: found.total, hits: found.hits.length, took: performance.now() - began };
  };
  await aLesson(author, { title: 'Bulk qqbulk', countries: ['SN'] });
  const before = await asked('q=qqbulk&country=SN');
  await fiveThousand();
  const after = await asked('q=qqbulk&country=SN');
  expect(before.total).toBe(1);
  expect(before.queries).toBeGreaterThan(3);
  expect(after.total).toBe(2501);
  expect(after.queries).toBe(before.queries);
  expect(after.hits).toBe(20);
  expect(after.took).toBeLessThan(3000);
  const narrow = await asked(
    'q=qqbulk&country=SN&polarity=worked&language=en&evidence=anecdote&block=health_workforce'
  );
  expect([narrow.total, narrow.took < 5000]).toEqual([2500, true]);
  let exported = 0;
  for await (const records of exportLessons(guest, readSelection(new URLSearchParams('q=qqbulk'))))
    exported += records.length;
  expect(exported).toBe(5001);
}, 120_000);

/** Written in bulk: recording is limited to a person's pace. Half of them in Senegal. */
async function fiveThousand(): Promise<void> {
  for (let batch = 0; batch < 50; batch++)
    await atomic(async (tx) => {
      const ids = Array.from({ length: 100 }, newId);
      const { title, ...rest } = aText({ title: 'Bulk qqbulk' }) as { title: string } & Record<
        string,
        string
      >;
      const fields = {
        context: '',
        lesson: '',
        recommendation: '',
        conditions: '',
        summary: rest.summary,
        whatWasDone: rest.whatWasDone,
        whatHappened: rest.whatHappened
      };
      const act = { personId: author.personId, personName: author.name, capacity: 'personal' as const };
      await tx.insert(lessons).values(
        ids.map((id) => ({
          ...fields,
          ...act,
          id,
          heading: title,
          lang: 'en' as const,
          polarity: 'worked' as const,
          evidence: 'anecdote' as const,
          seq: 1,
          visibility: 'public' as const,
          createdAt: new Date(0),
          updatedAt: new Date(0)
        }))
      );
      await tx.insert(lessonFacets).values(
        ids.flatMap((lessonId, at) => [
          { lessonId, facet: 'country' as const, value: at % 2 ? 'SN' : 'MW' },
          { lessonId, facet: 'polarity' as const, value: 'worked' },
          { lessonId, facet: 'language' as const, value: 'en' },
          { lessonId, facet: 'evidence' as const, value: 'anecdote' },
          { lessonId, facet: 'block' as const, value: 'health_workforce' }
        ])
      );
      await indexLessons(
        tx,
        ids.map((id) => ({ id, fields: { ...fields, title } }))
      );
    });
}
