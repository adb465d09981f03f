import type { PageLoad } from './$types.js';

/** What happened while one was away is for members: guests do not fetch it. */
export const load: PageLoad = async ({ data }) => {
  const list = data.since ? await import('#features/following/SinceList.svelte') : null;
  return { ...data, SinceList: list?.default ?? null };
};
