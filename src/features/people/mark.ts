import { nameIn } from '#lib/names.ts';
import type { Act } from './people.ts';

/** The letters of an act's mark: the country's code, else the organisation's initials, else the person's. */
export function markOf(act: Pick<Act, 'country' | 'organisation' | 'personName'>): string {
  if (act.country) return act.country;
  const words = (act.organisation ? nameIn(act.organisation, 'en') : act.personName)
    .split(/[\s’'-]+/)
    .filter((word) => /^\p{Lu}/u.test(word));
  return (
    words
      .slice(0, 3)
      .map((word) => word[0])
      .join('') || '–'
  );
}
