import { remember } from '#lib/server/remember.ts';

/**
 * What one person keeps and takes back happens one after the other, in this process: two uploads at once would both find
 * the same room, and bytes could be thrown away while a second row is written for them.
 */
export function oneByOne<T>(personId: string, work: () => Promise<T>): Promise<T> {
  const lines = remember('file-keeping', () => new Map<string, Promise<unknown>>());
  const done = (lines.get(personId) ?? Promise.resolve()).then(work, work);
  const end = done
    .catch(() => undefined)
    .finally(() => lines.get(personId) === end && lines.delete(personId));
  lines.set(personId, end);
  return done;
}
