import { listUnread } from '#features/forum/server/list-unread.ts';
import { listSpaces } from '#features/spaces/server/list-spaces.ts';
import { mayStartSpace } from '#features/spaces/server/may.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals: { actor } }) => ({
  spaces: await listSpaces(actor),
  tallies: await listUnread(actor),
  mayStart: mayStartSpace(actor)
});
