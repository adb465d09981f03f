import type { PageLoad } from './$types.js';

/** Members write; guests, who only read, do not fetch what one writes with. */
export const load: PageLoad = async ({ data, parent }) => {
  const { actor } = await parent();
  const writing = actor.kind === 'member' ? await import('#features/forum/Writing.svelte') : null;
  return { ...data, Writing: writing?.default ?? null };
};
