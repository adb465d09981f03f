import { describe, expect, it } from 'vitest';
import { postReply } from '#features/forum/server/post-reply.ts';
import { withdrawPost } from '#features/forum/server/withdraw-post.ts';
import { guest, type Actor } from '#features/people/people.ts';
import { newId } from '#lib/id.ts';
import { atomic } from '#lib/server/db.ts';
import { aReply } from '#tests/forum-world.ts';
import { aMember, aSpace, joinSpace } from '#tests/world.ts';
import { limits } from '../search.ts';
import { appendDocument } from './append-document.ts';
import { searchAll } from './search-all.ts';
import { search, thread, word } from '#tests/search-world.ts';

describe('nobody finds, counts or guesses what they may not read', () => {
  it.each(['public', 'members', 'restricted'] as const)('in a %s space', async (visibility) => {
    const [space, w] = [await aSpace({ visibility, title: `Circle ${word()}` }), word()];
    const own = { member: await aMember(), observer: await aMember(), stranger: await aMember() };
    await joinSpace(own.member, space.id);
    await joinSpace(own.observer, space.id, 'observer');
    const administrator = await aMember({ administrator: true });
    await thread(own.member, space, `${w} hidden`, 'Words of a circle.');
    const may: Record<string, boolean> = {
      guest: visibility === 'public',
      stranger: visibility !== 'restricted',
      member: true,
      observer: true,
      administrator: true
    };
    for (const [who, actor] of Object.entries({ guest, ...own, administrator } as Record<string, Actor>))
      for (const query of [w, `${w} in:${space.slug}`, `"${w} hidden"`, `by:"${own.member.name}" ${w}`]) {
        const { total, hits, tally, spaces, cut } = await search(actor, query);
        expect([who, query, total, hits.length, cut]).toEqual([
          who,
          query,
          may[who] ? 1 : 0,
          may[who] ? 1 : 0,
          null
        ]);
        expect(Object.keys(tally.space)).toHaveLength(may[who] ? 1 : 0);
        expect(Object.keys(spaces)).toHaveLength(may[who] ? 1 : 0);
      }
    // A forum that one may not read and one that is not there: the same sentence.
    const unread = await search(own.stranger, `${w} in:${space.slug}`);
    expect(unread.complaints.map(({ reason }) => reason)).toEqual(may.stranger ? [] : ['forum']);
    expect(await search(own.stranger, '-nothing')).not.toMatchObject({ hits: [{ id: w }] });
  });

  it('minus alone, and a brief opened to one person in a circle, keep to the same rule', async () => {
    const [space, w] = [await aSpace({ visibility: 'restricted' }), word()];
    const [stranger, id] = [await aMember(), newId()];
    const document = {
      kind: 'brief' as const,
      id,
      spaceId: space.id,
      address: `/briefs/${id}`,
      title: w,
      text: '',
      lang: 'en',
      act: null,
      at: new Date()
    };
    await atomic((tx) => appendDocument(tx, document));
    expect((await search(stranger, w)).total).toBe(0);
    expect((await search(stranger, w, { granted: [id] })).total).toBe(1);
    expect((await search(stranger, `-country:SN ${w}`, { granted: [newId()] })).total).toBe(0);
    const { hits } = await search(stranger, '-zzzz', { order: 'newest' });
    expect(hits.map((hit) => hit.id)).not.toContain(id);
  });

  it('what is for members only is hidden from guests of a public space', async () => {
    const [space, w] = [await aSpace(), word()];
    await atomic((tx) =>
      appendDocument(tx, {
        kind: 'session',
        id: newId(),
        spaceId: space.id,
        address: '/sessions/x',
        title: w,
        text: '',
        lang: 'en',
        act: null,
        at: new Date(),
        audience: 'members'
      })
    );
    expect((await search(guest, w)).total).toBe(0);
    expect((await search(await aMember(), w)).total).toBe(1);
  });

  it('a withdrawn text is found by nobody, and an author who is hidden by no operator', async () => {
    const [author, space, w] = [await aMember({ name: 'Hidden Author' }), await aSpace(), word()];
    const threadId = await thread(author, space, `${w} title`, 'Opening.');
    const { id } = await postReply(author, aReply(threadId, { body: `Gone ${w}gone.` }));
    expect((await search(guest, `${w}gone`)).total).toBe(1);
    await withdrawPost(author, { id, threadId, reason: null });
    expect((await search(author, `${w}gone`)).total).toBe(0);
    await atomic((tx) =>
      appendDocument(tx, {
        kind: 'post',
        id: newId(),
        spaceId: space.id,
        threadId,
        address: '/threads/x',
        title: '',
        text: `${w}masked`,
        lang: 'en',
        act: null,
        at: new Date()
      })
    );
    expect((await search(guest, `${w}masked`)).hits[0].act).toBeNull();
    expect((await search(guest, `${w}masked by:"hidden author"`)).total).toBe(0);
  });
});

describe('nothing that is typed breaks it', () => {
  it.each([
    `a* OR NEAR(b, 2) "c" title:x ^d {e} 'f':*A & !g | (h) \\i <-> j; drop table posts; --`,
    '"',
    '-',
    '-"',
    '"" "" -""',
    'x'.repeat(10_000),
    'word '.repeat(2000),
    'country:SN '.repeat(500),
    '\u0000\u0001 a\u0000b',
    '\u202ecountry:SN\u202c abc',
    '\ud83d',
    'a:b:c:d',
    'in:"\') or 1=1 --"',
    'by:\'"*',
    'tag:"*"',
    '護'.repeat(400),
    '-a -b -c -"d e"',
    'before:0000 after:9999-99',
    'after:1000 before:9999',
    'ﷺ ½ ① Ⅷ'
  ])('someone who types %j gets a page', async (typed) => {
    const found = await search(guest, typed);
    expect(found.hits.length).toBeLessThanOrEqual(limits.pageSize);
  });

  it('a page beyond the last is empty, with the same count', async () => {
    const [author, space, w] = [await aMember(), await aSpace(), word()];
    await thread(author, space, w, 'One.');
    expect(await search(guest, w, { page: 40 })).toMatchObject({ total: 1, hits: [] });
  });

  it('who leaves before the answer is not searched for', async () => {
    const gone = new AbortController();
    gone.abort();
    const search = searchAll(
      guest,
      { query: 'anything', order: 'relevance', page: 1 },
      { signal: gone.signal }
    );
    await search.then(
      () => undefined,
      (fault: { code: string }) => expect(fault.code).toBe('too-many')
    );
  });
});
