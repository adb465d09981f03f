/** Follows every link that somebody is shown, from the first page on, and gives each answer to `look`. */
import { each, type Answer, type Ask } from './ask.ts';
import type { ActorName } from './people.ts';

const link = /(?:href|src|action)="(\/[^"#]*)/g;
const most = 700;

/** Returns how many addresses were asked; each page also as the data of a navigation. */
export async function crawl(
  ask: Ask,
  actor: ActorName,
  look: (path: string, answer: Answer) => void
): Promise<number> {
  const seen = new Set([
    '/',
    '/search?q=nurses',
    '/tags/shared%20tag',
    '/lessons/lessons.csv',
    '/copies/feed.atom'
  ]);
  let next = [...seen];
  while (next.length > 0 && seen.size < most) {
    const found = new Set<string>();
    await each(next, async (path) => {
      const answer = await ask(actor, path);
      look(path, answer);
      if (answer.location.startsWith('/')) found.add(answer.location.replace(/#.*/, ''));
      if (!answer.whole.includes('text/html')) return;
      const [way, query] = path.split('?');
      const data = `${way === '/' ? '' : way}/__data.json${query ? `?${query}` : ''}`;
      look(data, await ask(actor, data));
      for (const [, to] of answer.body.matchAll(link)) found.add(to.replaceAll('&amp;', '&'));
    });
    // Narrowing a list again and again leads nowhere new: one narrowing at a time.
    next = [...found].filter(
      (path) => !seen.has(path) && !/^\/(_app|sign-out)/.test(path) && path.split('&').length < 3
    );
    next.forEach((path) => seen.add(path));
  }
  return seen.size;
}

/** The canaries of others in what someone was given. */
export const canariesIn = (text: string, forbidden: RegExp): string[] => [
  ...new Set(text.match(forbidden) ?? [])
];
