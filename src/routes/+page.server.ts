import { readSince } from '#features/following/server/read-since.ts';
import { listLatest } from '#features/forum/server/list-latest.ts';
import { listNewestLessons } from '#features/lessons/server/list-lessons.ts';
import { listAllProposals } from '#features/positions/server/list-all-proposals.ts';
import { listOwnInvitations } from '#features/spaces/server/list-own-invitations.ts';
import { listSessions } from '#features/sessions/server/list-sessions.ts';
import type { PageServerLoad } from './$types.js';

/** What is live, what is next, what is new for whoever asks. */
export const load: PageServerLoad = async ({ locals: { actor, locale } }) => {
  const [{ live, coming }, latest, lessons, invitations, since, proposals] = await Promise.all([
    listSessions(actor, { size: 1 }),
    listLatest(actor),
    listNewestLessons(actor, 4),
    listOwnInvitations(actor, locale),
    actor.kind === 'member' ? readSince(actor) : null,
    listAllProposals(actor, { size: 3 })
  ]);
  return {
    ...{ live, coming: coming.slice(0, 4), latest, lessons, invitations: invitations.length, since },
    proposals: proposals.items
  };
};
