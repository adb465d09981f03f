import type { PageLoad } from './$types.js';

/** How one follows a forum is chosen by members: guests do not fetch it. */
export const load: PageLoad = async ({ data, parent }) => {
  const { actor } = await parent();
  const watch = actor.kind === 'member' ? await import('#features/following/WatchControl.svelte') : null;
  return { ...data, Watch: watch?.default ?? null };
};
