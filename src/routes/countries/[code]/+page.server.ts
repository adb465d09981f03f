import { searchLessons } from '#features/lessons/server/search-lessons.ts';
import { readSelection } from '#features/lessons/selection.ts';
import { readCountry } from '#features/people/server/read-country.ts';
import { listSpaces } from '#features/spaces/server/list-spaces.ts';
import { page } from '../../answer.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor, locale } = event.locals;
    const country = await readCountry(event.params.code, locale);
    const [spaces, { hits, total }] = await Promise.all([
      listSpaces(actor),
      searchLessons(actor, readSelection(new URLSearchParams({ country: country.alpha2 })))
    ]);
    return {
      country,
      forums: spaces
        .filter((space) => space.countries.includes(country.alpha2))
        .map(({ slug, titles }) => ({ slug, titles })),
      lessons: hits.slice(0, 5).map(({ id, title, lang, polarity }) => ({ id, title, lang, polarity })),
      lessonsTotal: total
    };
  });
