import { readSelection } from '#features/search/selection.ts';
import { readQuery } from '#features/search/query.ts';
import { nothingFound, searchAll } from '#features/search/server/search-all.ts';
import { listGranted } from '#features/briefs/server/list-granted.ts';
import { Refusal } from '#lib/refusal.ts';
import { limit } from '#lib/server/limits.ts';
import { refusalText } from '#lib/server/refusal-text.ts';
import { page } from '../answer.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor, locale } = event.locals;
    const selection = readSelection(event.url.searchParams);
    try {
      if (selection.query)
        await limit('search', actor.kind === 'member' ? actor.personId : event.getClientAddress(), 60, 60);
      const granted = [...(await listGranted(actor))];
      const found = await searchAll(actor, selection, { granted, signal: event.request.signal });
      return { selection: { ...selection, query: found.query.text }, found, refused: null };
    } catch (fault) {
      if (!(fault instanceof Refusal) || fault.code !== 'too-many') throw fault;
      // What was typed stays in its field beside the reason: nothing is lost by asking again.
      const query = readQuery(selection.query);
      return {
        selection: { ...selection, query: query.text },
        found: { ...nothingFound, query, complaints: [] },
        refused: refusalText(fault.reason, locale)
      };
    }
  });
