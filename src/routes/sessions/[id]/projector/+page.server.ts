import { readRoom } from '#features/sessions/server/read-room.ts';
import { page } from '../../../answer.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, () => readRoom(event.locals.actor, event.params.id));
