/**
 * Search over POSTS (100,000) posts in six languages: how long the first page takes at p50 and p95 for words that are
 * rare, common (in half of all posts), phrases and operators; how long the main thread stands still meanwhile; and what
 * putting a post of 120 words into the index costs. Builds its own database in a temporary folder.
 *
 *   npx node bench/search.ts            (POSTS=20000 for a quick look; KEEP=folder keeps the database for the next run)
 */
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Act, Member } from '../src/features/people/people.ts';

const posts = Number(process.env.POSTS ?? 100_000);
const folder = process.env.KEEP ?? mkdtempSync(join(tmpdir(), 'palabre-search-'));
mkdirSync(folder, { recursive: true });
const there = existsSync(join(folder, 'built'));
process.env.DATA_DIR = folder;
process.env.LOG_LEVEL = 'error';

const { migrate } = await import('../src/lib/server/migrate.ts');
const { atomic, db, store } = await import('../src/lib/server/db.ts');
const { appendDocument } = await import('../src/features/search/server/append-document.ts');
const { searchAll } = await import('../src/features/search/server/search-all.ts');
const { spaces } = await import('../src/features/spaces/server/tables.ts');
const { persons } = await import('../src/features/people/server/tables.ts');
const { guest } = await import('../src/features/people/people.ts');
const { newId } = await import('../src/lib/id.ts');

// A generator of our own, so that two runs are of the same texts.
let seed = 42;
const random = () => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed / 2 ** 32;
};
const pick = <T>(list: T[]): T => list[Math.floor(random() * list.length)];

const letters: Record<string, [string, string]> = {
  en: ['bcdfghlmnprstvw', 'aeiou'],
  fr: ['bcdfghjlmnprstv', 'aeiouéèâ'],
  es: ['bcdfghlmnprstvz', 'aeiouáéó'],
  ar: ['بتجحدرسشعفقكلمنه', 'اوي'],
  ru: ['бвгджзклмнпрстф', 'аеиоуыя'],
  zh: ['农村护士留任卫生部政策医院培训资金经验国家地区会议报告', '的是在有']
};
const common: Record<string, string> = {
  en: 'health',
  fr: 'santé',
  es: 'salud',
  ar: 'الصحة',
  ru: 'здоровье',
  zh: '卫生'
};
const langs = Object.keys(letters);
/** 8,000 words a language, taken with the frequencies of a language: the second half as often as the first. */
const words = Object.fromEntries(
  langs.map((lang) => {
    const [consonants, vowels] = letters[lang].map((list) => [...list]);
    const word = () =>
      lang === 'zh'
        ? pick(consonants) + pick(consonants)
        : Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(consonants) + pick(vowels)).join(
            ''
          ) + (random() < 0.3 ? pick(consonants) : '');
    return [lang, Array.from({ length: 8000 }, word)];
  })
);
const wordOf = (lang: string) => words[lang][Math.floor(8000 ** random()) - 1] ?? words[lang][0];
function text(lang: string, length: number): string {
  const list = Array.from({ length }, () => wordOf(lang));
  if (random() < 0.5) list[Math.floor(random() * length)] = common[lang];
  if (random() < 0.5) list[Math.floor(random() * length)] = ' covid ';
  return list.join(lang === 'zh' ? '' : ' ');
}

await migrate();
const person = newId();
const member: Member = {
  kind: 'member',
  personId: person,
  signInId: '',
  name: 'Awa',
  country: 'SN',
  administrator: false,
  actingAs: 'personal',
  capacities: []
};
let indexing = '';
if (!there) await build();

async function build(): Promise<void> {
  await db.insert(persons).values({
    id: person,
    name: 'Awa Diop',
    email: null,
    languages: [],
    occupations: [],
    expertise: [],
    illustrative: true,
    createdAt: new Date()
  });
  const rooms = Array.from({ length: 40 }, (_, at) => ({ id: newId(), at }));
  for (const { id, at } of rooms)
    await db.insert(spaces).values({
      id,
      slug: `forum-${at}`,
      kind: 'forum',
      titles: { en: `Forum ${at}` },
      purposes: {},
      countries: [],
      regions: [],
      axis: null,
      topics: [],
      visibility: at % 4 === 3 ? 'restricted' : at % 4 === 2 ? 'members' : 'public',
      leadOrganisationId: null,
      illustrative: true,
      createdBy: person,
      createdAt: new Date()
    });
  const countries = 'SN CM ML KE UG FR BE CA BR MX EG MA JO RU KZ CN IN TH ID AU'.split(' ');
  const people = Array.from({ length: 2000 }, (_, at): Act => {
    const country = pick(countries);
    const own = at % 3 !== 0;
    return {
      personId: newId(),
      personName: `${wordOf('fr')} ${wordOf('en')}`,
      capacity: own ? 'organisation' : 'personal',
      organisationId: own ? `org-${at % 300}` : null,
      organisation: own ? { en: `Ministry ${at % 300}` } : null,
      organisationSlug: own ? `ministry-${at % 300}` : null,
      country,
      title: null
    };
  });
  const begun = performance.now();
  const startedCpu = process.cpuUsage();
  let thread = { id: newId(), spaceId: rooms[0].id };
  for (let done = 0; done < posts; done += 500)
    await atomic(async (tx) => {
      for (let n = done; n < Math.min(done + 500, posts); n += 1) {
        const opens = n % 12 === 0;
        if (opens) thread = { id: newId(), spaceId: pick(rooms).id };
        const lang = pick(langs);
        await appendDocument(tx, {
          kind: opens ? 'thread' : 'post',
          id: opens ? thread.id : newId(),
          spaceId: thread.spaceId,
          threadId: thread.id,
          address: `/threads/${thread.id}?post=${n}`,
          title: opens ? text(lang, 8) : '',
          text:
            text(lang, 120) +
            (n % 5000 === 7 ? ' quokka' : '') +
            (n % 1000 === 9 ? ' rural posting allowance' : ''),
          lang,
          act: pick(people),
          tags: opens ? [pick(['workforce', 'financing', 'midwives'])] : [],
          at: new Date(Date.UTC(2022, 0, 1) + n * 1_000_000)
        });
      }
    });
  const seconds = (performance.now() - begun) / 1000;
  const { user, system } = process.cpuUsage(startedCpu);
  indexing = `${posts} posts of 120 words indexed in ${seconds.toFixed(1)} s, ${((user + system) / 1000 / posts).toFixed(3)} ms of CPU each (texts made included)`;
  await db.run('pragma wal_checkpoint(truncate)').catch(() => undefined);
  const { writeFileSync } = await import('node:fs');
  writeFileSync(join(folder, 'built'), '');
}

const rareWords = Array.from({ length: 50 }, (_, at) => words[langs[at % 6]][6000 + at * 7]);
const kinds: Record<string, string[]> = {
  rare: ['quokka', ...rareWords],
  'rare, two words': rareWords.slice(1).map((word, at) => `${word} ${rareWords[at]}`),
  'in half of them': ['covid'],
  'half, two words': ['covid health', 'covid santé'],
  'half, newest': ['covid\u0000newest'],
  common: Object.values(common),
  'common, two words': ['health ' + words.en[0], 'santé ' + words.fr[1], 'здоровье ' + words.ru[0]],
  'common, newest': ['health', 'santé', 'здоровье'].map((word) => `${word}\u0000newest`),
  'in every post': langs.map((lang) => words[lang][0]),
  phrase: ['"rural posting allowance"', '"posting allowance"'],
  beginning: ['heal', 'sant', 'здор'],
  operators: [
    'health country:SN',
    'santé lang:fr kind:post',
    'country:KE capacity:personal',
    'salud tag:workforce -country:MX',
    'in:forum-4 health',
    'health by:' + words.fr[3]
  ],
  dates: ['health after:2024', 'santé before:2022-06', 'after:2024-06 before:2024-07']
};

const ask = (actor: typeof guest | Member, typed: string) => {
  const [query, order] = typed.split('\u0000');
  return searchAll(actor, { query, order: order ? 'newest' : 'relevance', page: 1 });
};
// A thread that searches keeps no process alive; this one waits for it.
setInterval(() => undefined, 1000);
await ask(guest, 'warm');
console.log(indexing || 'index kept from an earlier run');
const rounds = Number(process.env.ROUNDS ?? 60);
for (const actor of [guest, member]) {
  console.log(`\nas a ${actor.kind}${' '.repeat(12)} p50 ms   p95 ms   most    found  main thread p99`);
  for (const [name, list] of Object.entries(kinds)) {
    const times: number[] = [];
    let found = 0;
    const delay = monitorEventLoopDelay({ resolution: 1 });
    delay.enable();
    for (let round = 0; round < rounds; round += 1) {
      const start = performance.now();
      const { total, cut } = await ask(actor, list[round % list.length]);
      times.push(performance.now() - start);
      found = Math.max(found, cut ?? total ?? 0);
    }
    delay.disable();
    times.sort((a, b) => a - b);
    const at = (share: number) =>
      times[Math.min(times.length - 1, Math.floor(times.length * share))].toFixed(1).padStart(8);
    console.log(
      `${name.padEnd(20)} ${at(0.5)} ${at(0.95)} ${at(1)} ${String(found).padStart(8)} ${(delay.percentile(99) / 1e6).toFixed(1).padStart(8)}`
    );
  }
}
await store().close();
if (!process.env.KEEP) rmSync(folder, { recursive: true, force: true });
process.exit(0);
