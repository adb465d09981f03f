import { listCopiesAskedOf } from '#features/archive/server/read-copy.ts';
import { listPublicCopies } from '#features/archive/server/read-public-copy.ts';
import { page } from '../answer.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => ({
    copies: await listPublicCopies(),
    asked: await listCopiesAskedOf(event.locals.actor)
  }));
