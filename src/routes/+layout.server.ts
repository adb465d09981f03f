import { countUnread } from '#features/following/server/count-unread.ts';
import { noteVisit } from '#features/following/server/note-visit.ts';
import { readModerates } from '#features/spaces/server/read-moderates.ts';
import { settings } from '#lib/server/env.ts';
import type { LayoutServerLoad } from './$types.js';

/** What every page knows: who reads, in which language and zone. Sent to the browser, so no more than it shows. */
export const load: LayoutServerLoad = async ({ locals }) => {
  const [moderates, unread] = await Promise.all([
    readModerates(locals.actor),
    countUnread(locals.actor),
    noteVisit(locals.actor)
  ]);
  return {
    actor: locals.actor.kind === 'guest' ? locals.actor : { ...locals.actor, signInId: '' },
    locale: locals.locale,
    timezone: locals.timezone,
    locales: settings().locales,
    demo: settings().demo,
    /** Notifications that one has not read; 0 for guests. */
    unread,
    /** Whether there is a queue of a moderator for them. */
    moderates
  };
};
