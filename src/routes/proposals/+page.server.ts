import { listAllProposals } from '#features/positions/server/list-all-proposals.ts';
import { page } from '../answer.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { searchParams } = event.url;
    const ended = searchParams.get('show') === 'ended';
    const turned = Math.min(Math.max(Number.parseInt(searchParams.get('page') ?? '1', 10) || 1, 1), 10_000);
    return { ended, turned, list: await listAllProposals(event.locals.actor, { ended, page: turned - 1 }) };
  });
