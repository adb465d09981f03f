import type { PageLoad } from './$types.js';

/** Members write; guests, who only read, do not fetch what one writes with. */
export const load: PageLoad = async ({ data, parent }) => {
  const { actor } = await parent();
  if (actor.kind !== 'member') return { ...data, Writing: null, Watch: null };
  const [writing, watch] = await Promise.all([
    import('#features/forum/Writing.svelte'),
    import('#features/following/WatchControl.svelte')
  ]);
  return { ...data, Writing: writing.default, Watch: watch.default };
};
