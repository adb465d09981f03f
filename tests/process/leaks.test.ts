import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { acts } from './matrix/acts.ts';
import { guesses } from './matrix/thread-acts.ts';
import { comparable, each, parting, send, type Answer, type Ask } from './matrix/ask.ts';
import { canariesIn, crawl } from './matrix/crawl.ts';
import { aLine, openDocument } from './matrix/live.ts';
import { dataDir, openMatrix, tell, told, type Opened } from './matrix/opened.ts';
import { further, pages } from './matrix/pages.ts';
import { actors, outsiders } from './matrix/people.ts';
import { garbled, type Place } from './matrix/places.ts';
import { crossed, mayRead } from './matrix/rights.ts';
import { documentsInTree, messagesInTree, roomsInTree } from './matrix/tree.ts';

let m: Opened;
beforeAll(async () => {
  m = await openMatrix(look);
});
afterAll(async () => {
  await m?.house.end('SIGTERM');
});

/** What shows numbers and lists to those outside, without what differs from one asking to the next. */
const shows =
  '/ /forums /forums?country=MW /forums?topic=shared%20topic /search?q=nurses /search?q=nurses+country:MW /search?q=nurses&order=newest /countries /countries/MW /countries/SN /organisations /tags/shared%20tag /lessons /sessions /briefs /copies /copies/feed.atom /support /since /moderation /links/completions?kind=reference&q=nurses /lessons/lessons.json'.split(
    ' '
  );
const seen: string[][] = [];
async function look(ask: Ask): Promise<void> {
  const answers: string[] = [];
  for (const actor of outsiders)
    for (const path of shows) answers.push(`${actor} ${path}\n${comparable(await ask(actor, path))}`);
  seen.push(answers);
}

test('what is written where few may read changes no number, list, facet or feed of anyone else', () => {
  const [before, after] = seen;
  expect(before.length).toBe(shows.length * outsiders.length);
  expect(
    before.map((one, index) => (one === after[index] ? '' : parting(one, after[index]))).filter(Boolean)
  ).toEqual([]);
});

test('nobody is given a word of what they may not read, whatever they follow, search, complete or subscribe to', async () => {
  await m.again();
  // The words are there for whoever may read them: what follows looks for something.
  const inside = await m.ask('insider', `/threads/${m.restricted.thread}`);
  expect(canariesIn(inside.whole, /zq[a-z-]+restricted/gi)).toContain('zqreplyrestricted');
  for (const actor of outsiders) {
    const forbidden = actor === 'guest' ? /zq[a-z-]+(?:restricted|members)/gi : /zq[a-z-]+m.restricted/gi;
    const never = /zq(?:waiting|draft|loosefile|hidden|withdrawn)[a-z]+/gi;
    const look = (path: string, answer: Answer) => {
      for (const rule of [forbidden, never])
        for (const word of canariesIn(answer.whole, rule)) tell(`${actor} reads ${word} at ${path}`);
      if (answer.status >= 500) tell(`${actor} at ${path}: ${answer.status}`);
      if (
        path.startsWith(`/threads/${m.open.ruled}`) &&
        /zqsealed|zqunnamed/i.test(answer.whole.replace(/zqsealedpublic/g, ''))
      )
        tell(`${actor} reads at ${path} who spoke under the rule`);
    };
    const asked = await crawl(m.ask, actor, look);
    if (asked < 60) tell(`${actor} found only ${asked} addresses`);
    for (const word of [
      'zqthreadtitlerestricted',
      'zqbriefrestricted',
      'zqfilerestricted',
      'zqtagrestricted',
      'zqslug'
    ]) {
      const none = word.replace('restricted', 'abcdefghij').replace('slug', 'glus');
      for (const way of [
        '/search?q=',
        '/links/completions?kind=reference&q=',
        '/links/completions?kind=mention&q=',
        '/tags/',
        '/forums?topic='
      ]) {
        const [answer, nothing] = [await m.ask(actor, way + word), await m.ask(actor, way + none)];
        if (comparable(answer).replaceAll(word, 'WORD') !== comparable(nothing).replaceAll(none, 'WORD'))
          tell(
            `${actor}: ${way}${word} differs from a word that nobody wrote: ${parting(comparable(answer).replaceAll(word, 'WORD'), comparable(nothing).replaceAll(none, 'WORD'))}`
          );
      }
    }
  }
  expect(told()).toEqual([]);
});

test('who is mentioned where they may not read, or has lost their place, is told nothing', async () => {
  const mails = () => readdirSync(join(dataDir, 'mail'));
  await vi.waitFor(
    async () => expect((await m.ask('insider', '/notifications?show=all')).body).toMatch(/restricted/),
    { timeout: 15_000, interval: 200 }
  );
  await vi.waitFor(() => expect(mails().length).toBeGreaterThan(2), { timeout: 15_000, interval: 200 });
  for (const actor of ['member', 'elsewhere', 'lost'] as const) {
    const { whole } = await m.ask(actor, '/notifications?show=all');
    tell(...canariesIn(whole, /zq[a-z-]+m.restricted/gi).map((word) => `${actor} is told ${word}`));
  }
  const outside = ['member', 'elsewhere', 'lost'] as const;
  const read: string[] = [];
  for (const file of mails()) {
    const mail = await PostalMime.parse(readFileSync(join(dataDir, 'mail', file)));
    const to = mail.to?.[0]?.address ?? '';
    const all = `${mail.subject} ${mail.text} ${mail.html} ${JSON.stringify(mail.headers)}`;
    const words = canariesIn(all, /zq[a-z-]+restricted/gi);
    const who = outside.find((name) => to.startsWith(m.people[name].personId));
    if (who) tell(...words.map((word) => `a mail to ${who} says ${word}`));
    if (to.startsWith(m.people.insider.personId)) read.push(...words);
  }
  // The same mention is mailed to who may read it: the mails above are of a kind that is sent.
  expect(read.length).toBeGreaterThan(0);
  expect(told()).toEqual([]);
});

test('a live line joins no room that its person may not read, and hears nothing of it', async () => {
  const kinds: Record<string, (place: Place) => string> = {
    thread: ({ thread }) => thread,
    space: ({ spaceId }) => spaceId,
    session: ({ session }) => session,
    proposal: ({ proposal }) => proposal
  };
  expect(roomsInTree()).toEqual(Object.keys(kinds).sort());
  expect(messagesInTree()).toEqual(['room.join', 'room.leave', 'room.typing']);
  const inside = await aLine(m.house.origin, m.people, 'insider');
  for (const actor of actors) {
    const line = await aLine(m.house.origin, m.people, actor);
    for (const [kind, idOf] of Object.entries(kinds))
      for (const place of m.places) {
        const room = `${kind}:${idOf(place)}`;
        const answer = await line.join(room);
        const nothing = await line.join(`${kind}:${idOf(m.none)}`);
        if (mayRead(actor, place) !== (answer as { ok: boolean }).ok)
          tell(`${actor} ${kind} ${place.seen}: ${JSON.stringify(answer)}`);
        if (!mayRead(actor, place) && JSON.stringify(answer) !== JSON.stringify(nothing))
          tell(`${actor} ${kind} ${place.seen} differs from nothing`);
      }
    const own = await line.join(`person:${m.people.author.personId}`);
    if ((own as { ok: boolean }).ok) tell(`${actor} joins the room of another person`);
    if (!mayRead(actor, m.restricted)) {
      await inside.join(`thread:${m.restricted.thread}`);
      const before = inside.heard.length;
      line.say('room.typing', { room: `thread:${m.restricted.thread}` });
      await send(
        m.ask,
        'POST /threads/[id]?/reply',
        {
          at: ({ thread }) => `/threads/${thread}?/reply`,
          fields: () => ({ id: randomUUID(), body: 'zqliverestricted', capacity: 'personal' }),
          kind: 'contributing'
        },
        'author',
        m.restricted
      );
      await vi.waitFor(() => expect(inside.heard.slice(before).join()).toContain('zqliverestricted'), {
        timeout: 5000,
        interval: 20
      });
      if (inside.heard.slice(before).some((one) => one.startsWith('room.typing')))
        tell(`${actor} types into a room that they are not in`);
      for (const word of canariesIn(
        line.heard.join('\n'),
        actor === 'guest' ? /zq[a-z-]+(?:restricted|members)/gi : /zq[a-z-]+m.restricted/gi
      ))
        tell(`${actor} hears ${word}`);
    }
    line.close();
  }
  inside.close();
  expect(told()).toEqual([]);
});

test('a shared document opens for nobody who may not read it, and answers them as one that does not exist', async () => {
  expect(documentsInTree()).toEqual(['brief']);
  await each(crossed(m.places), async ({ actor, place }) => {
    const answer = await openDocument(m.house.origin, m.people, actor, 'brief', place.brief);
    const nothing = await openDocument(m.house.origin, m.people, actor, 'brief', m.none.brief);
    // Whoever may read is let in as far as to be told which text it is today.
    if (mayRead(actor, place) ? !/^(open|4409)/.test(answer) : answer !== nothing)
      tell(`${actor} ${place.seen}: ${answer} / ${nothing}`);
  });
  expect(told()).toEqual([]);
});

test('whatever stands in the place of an id, the answer is a refusal and never a fault', async () => {
  const hostile = [
    "'%20or%201=1--",
    '%3Cscript%3E',
    'a%0D%0Aset-cookie:%20x=1',
    '%00',
    '..%2f..%2fetc',
    '\u{1f600}'.repeat(1),
    '0'.repeat(300)
  ].map(encodeURI);
  const all = [...Object.values(pages), ...further].filter(
    (rule) => rule.at(m.none) !== rule.at(m.restricted)
  );
  await each(
    hostile.flatMap((text) => all.map((rule) => ({ text, rule }))),
    async ({ text, rule }) => {
      const { status, whole } = await m.ask('moderator', rule.at(garbled(text)));
      if (status >= 500 || /\nset-cookie\nx=1/i.test(whole)) tell(`${rule.at(garbled(text))}: ${status}`);
    }
  );
  const forms = [...Object.entries(acts), ...guesses.map((rule) => ['POST guess', rule] as const)];
  await each(
    forms
      .filter(([, rule]) => rule.kind !== 'house')
      .flatMap(([door, rule]) =>
        ["' or 1=1--", '<script>', 'a\r\nb', '\0'].map((text) => ({ door, rule, text }))
      ),
    async ({ door, rule, text }) => {
      const { status } = await send(m.ask, door, rule, 'author', m.open, garbled(text));
      if (status >= 500) tell(`${door} with ${JSON.stringify(text)}: ${status}`);
    }
  );
  expect([...told(), m.house.said().match(/"level":50.*/)?.[0]].filter(Boolean)).toEqual([]);
});
