import { redirect } from '@sveltejs/kit';
import { newLesson } from '#features/lessons/lessons.ts';
import { recordLesson } from '#features/lessons/server/record-lesson.ts';
import { captureLesson } from '#features/outcomes/server/capture-lesson.ts';
import { newId } from '#lib/id.ts';
import { form, page } from '../../answer.ts';
import { readBeginning } from '../origin.ts';
import { countriesByRegion } from '../regions.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor, locale } = event.locals;
    const beginning = await readBeginning(actor, event.url.searchParams);
    return {
      origin: beginning?.origin ?? null,
      regions: countriesByRegion(),
      // A whole answer to begin with: what is typed takes its place, and comes back as it was when it is refused.
      values: { id: newId(), lang: beginning?.lang ?? locale, context: beginning?.quote ?? '' } as Record<
        string,
        unknown
      >
    };
  });

export const actions: Actions = {
  // The origin is read again, as the one who sends: the address is anybody's to write.
  default: (event) =>
    form(event, newLesson, async (input) => {
      const beginning = await readBeginning(event.locals.actor, event.url.searchParams);
      const { actor } = event.locals;
      const origin = beginning?.origin ?? null;
      const { id } =
        origin?.kind === 'session'
          ? await captureLesson(actor, input, origin)
          : await recordLesson(actor, input, origin);
      redirect(303, `/lessons/${id}`);
    })
};
