import * as v from 'valibot';
import { listUnread } from '#features/forum/server/list-unread.ts';
import { directoryFilter } from '#features/spaces/inputs.ts';
import { listDirectory } from '#features/spaces/server/list-directory.ts';
import { mayStartSpace } from '#features/spaces/server/may.ts';
import { countryChoices } from '../organisations/choices.ts';
import { page } from '../answer.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor, locale } = event.locals;
    const given = Object.fromEntries([...event.url.searchParams].filter(([, value]) => value !== ''));
    const filter = v.parse(directoryFilter, given);
    return {
      filter,
      directory: await listDirectory(actor, filter),
      tallies: await listUnread(actor),
      countries: countryChoices(locale),
      mayStart: mayStartSpace(actor)
    };
  });
