import { describe, expect, it } from 'vitest';
import { postReply } from '#features/forum/server/post-reply.ts';
import { guest } from '#features/people/people.ts';
import { newId } from '#lib/id.ts';
import { atomic } from '#lib/server/db.ts';
import { aReply } from '#tests/forum-world.ts';
import { aMember, anOrganisation, aSpace } from '#tests/world.ts';
import { appendDocument } from './append-document.ts';
import { search, thread, titles, word } from '#tests/search-world.ts';

describe('what someone types finds what others wrote', () => {
  it.each([
    ['en', 'midwives', 'Keeping a midwife', 'Retention policies in three rural districts hold.'],
    [
      'fr',
      'hôpital',
      'Les hôpitaux régionaux',
      'La rétention des sages-femmes dans les hôpitaux de district.'
    ],
    ['es', 'enfermera', 'Las enfermeras rurales', 'Formación continua de las enfermeras en zonas rurales.'],
    ['ar', 'الادوية', 'توفير الأدوية', 'توفير الأدوية في المستشفيات للممرضين في المناطق الريفية.'],
    ['ru', 'районы', 'Удержание медсестёр', 'Удержание медсестёр в сельских районах зависит от жилья.'],
    ['zh', '护士留任', '农村护士留任的经验', '农村护士留任取决于住房和激励措施。']
  ])(
    'in %s, marked in the title and the text, with language and direction',
    async (lang, sought, title, body) => {
      const author = await aMember();
      const space = await aSpace();
      const id = await thread(author, space, title, body);
      const { hits, total } = await search(guest, `${sought} in:${space.slug}`);
      expect(total).toBe(1);
      const [hit] = hits;
      expect(hit).toMatchObject({
        id,
        kind: 'thread',
        lang,
        dir: lang === 'ar' ? 'rtl' : 'ltr',
        address: `/threads/${id}`
      });
      expect([...hit.title, ...hit.snippet].some((part) => part.hit)).toBe(true);
      expect(hit.snippet.map(({ text }) => text).join('')).toBe(body);
      expect(hit.space?.slug).toBe(space.slug);
    }
  );

  it('a reply is found under the title of its thread, and its link leads to it', async () => {
    const [author, space, w] = [await aMember(), await aSpace(), word()];
    const threadId = await thread(author, space, 'What held?', 'Tell us.');
    const { number } = await postReply(author, aReply(threadId, { body: `Pairs and ${w}.` }));
    const { hits } = await search(guest, w);
    expect(hits).toHaveLength(1);
    expect(hits[0]).toMatchObject({
      kind: 'post',
      address: `/threads/${threadId}?post=${number}#post-${number}`
    });
    expect(hits[0].title).toEqual([{ text: 'What held?', hit: false }]);
    expect(hits[0].snippet).toContainEqual({ text: w, hit: true });
  });

  it('a phrase is words one after the other; a minus takes out', async () => {
    const [author, space, w] = [await aMember(), await aSpace(), word()];
    await thread(author, space, `${w} one`, 'The rural posting allowance was paid.');
    await thread(author, space, `${w} two`, 'The allowance for posting in rural areas was paid.');
    expect(await titles(guest, `${w} "posting allowance"`)).toEqual([`${w} one`]);
    expect(await titles(guest, `${w} rural -areas`)).toEqual([`${w} one`]);
    expect(await titles(guest, `${w} -"posting allowance"`)).toEqual([`${w} two`]);
    expect((await titles(guest, `${w} allowance`)).sort()).toEqual([`${w} one`, `${w} two`]);
  });

  it('the beginning of the last word is enough while it is typed, and not when it is quoted', async () => {
    const [author, space, w] = [await aMember(), await aSpace(), word()];
    await thread(author, space, w, 'Short.');
    expect(await titles(guest, w.slice(0, 12))).toEqual([w]);
    expect(await titles(guest, `"${w.slice(0, 12)}"`)).toEqual([]);
  });

  it('the best match comes first, or the newest', async () => {
    const [author, space, w] = [await aMember(), await aSpace(), word()];
    const first = await thread(author, space, w, `${w} and ${w}`);
    await postReply(
      author,
      aReply(first, { body: `Once ${w} among many other words that say something else.` })
    );
    expect((await search(guest, w)).hits[0].kind).toBe('thread');
    expect((await search(guest, w, { order: 'newest' })).hits[0].kind).toBe('post');
  });
});

describe('operators narrow', () => {
  it('by country, organisation, capacity, person, kind, language, tag, date and forum', async () => {
    const [space, w] = [await aSpace({ title: `Forum ${word()}` }), word()];
    const organisation = await anOrganisation({ name: `Ministry ${w} of Health`, country: 'ML' });
    const delegate = await aMember({ name: `Awa ${w}`, country: 'ML', organisation });
    const expert = await aMember({ name: 'Bilal', country: 'SN' });
    await thread(
      delegate,
      space,
      `${w} a`,
      'The allowance was paid to the nurses of the district.',
      organisation
    );
    const b = await thread(expert, space, `${w} b`, 'La prime est payée aux infirmières dans les districts.');
    await postReply(expert, aReply(b, { body: `${w} c, and the allowance of the district.` }));
    const found = async (query: string) =>
      (await search(guest, `${w} ${query}`)).hits
        .map(({ title, kind }) => `${kind} ${title.at(-1)?.text.trim()}`)
        .sort();

    expect(await found('country:ML')).toEqual(['thread a']);
    expect(await found('pays : Mali')).toEqual(['thread a']);
    expect(await found('country:SN country:مالي')).toHaveLength(3);
    expect(await found('-country:ML')).toEqual(['post b', 'thread b']);
    expect(await found(`organisation:"${w} of health"`)).toEqual(['thread a']);
    expect(await found('capacity:organisation')).toEqual(['thread a']);
    expect(await found('qualité:personnelle')).toEqual(['post b', 'thread b']);
    expect(await found(`by:"awa ${w}"`)).toEqual(['thread a']);
    expect(await found('kind:reply')).toEqual(['post b']);
    expect(await found('genre:discussions')).toEqual(['thread a', 'thread b']);
    expect(await found('lang:fr')).toEqual(['thread b']);
    expect(await found('before:2026-03-11')).toEqual(['thread a', 'thread b']);
    expect(await found('after:2026-03-11')).toEqual(['post b']);
    expect(await found('after:2026-03-10 before:2026-03-10')).toEqual([]);
    expect(await found(`in:${space.slug}`)).toHaveLength(3);
    expect(await found('in:no-such-forum')).toHaveLength(3);
    expect((await search(expert, `by:me in:${space.slug}`)).total).toBe(2);
    expect((await search(guest, `in:${space.slug}`)).total).toBe(3);
  });

  it('what means nothing is told and left out', async () => {
    const { complaints } = await search(
      guest,
      'country:Atlantis before:2026-02-30 kind:essay capacity:royal lang:klingonese in:nowhere organisation:zzzz topic:x !!!'
    );
    expect(complaints.map(({ reason }) => reason).sort()).toEqual([
      'capacity',
      'country',
      'date',
      'forum',
      'kind',
      'lang',
      'organisation',
      'unknown-operator'
    ]);
    expect((await search(guest, '!!!')).complaints).toEqual([{ reason: 'no-words', piece: '!!!' }]);
    expect((await search(guest, '   ')).total).toBeNull();
  });

  it('tags of a thread are found however they are written', async () => {
    const [space, w] = [await aSpace(), word()];
    await atomic((tx) =>
      appendDocument(tx, {
        kind: 'thread',
        id: newId(),
        spaceId: space.id,
        address: '/threads/x',
        title: w,
        text: '',
        lang: 'fr',
        act: null,
        tags: ['Santé maternelle'],
        at: new Date()
      })
    );
    expect(await titles(guest, `${w} tag:sante-maternelle`)).toEqual([w]);
    expect(await titles(guest, `${w} étiquette:"santé maternelle"`)).toEqual([w]);
    expect(await titles(guest, `${w} tag:maternelle`)).toEqual([]);
  });
});

it('what came into the index late is found by its own date, between what came in time', async () => {
  const w = word();
  for (const year of [2024, 2020, 2025, 2024])
    await atomic((tx) =>
      appendDocument(tx, {
        kind: 'lesson',
        id: newId(),
        spaceId: null,
        address: '/lessons/x',
        title: `${w} ${year}`,
        text: '',
        lang: 'en',
        act: null,
        at: new Date(Date.UTC(year, 5, 1))
      })
    );
  const years = async (query: string) =>
    (await search(guest, `${w} ${query}`, { order: 'newest' })).hits.map(({ at }) => Number(at.slice(0, 4)));
  expect(await years('after:2024 before:2025')).toEqual([2024, 2024]);
  expect(await years('before:2021')).toEqual([2020]);
  expect(await years('after:2024')).toEqual([2025, 2024, 2024]);
  expect(await years('after:1999 before:2000')).toEqual([]);
});
