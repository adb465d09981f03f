import type { PageLoad } from './$types.js';

/** Members write; guests, who only read, do not fetch what one writes with. */
export const load: PageLoad = async ({ data, parent }) => {
  const { actor } = await parent();
  const member = actor.kind === 'member';
  const proposals =
    member || data.proposals.length > 0 ? await import('#features/positions/ProposalList.svelte') : null;
  const Proposals = proposals?.default ?? null;
  if (!member) return { ...data, Proposals, Writing: null, Watch: null };
  const [writing, watch] = await Promise.all([
    import('#features/forum/Writing.svelte'),
    import('#features/following/WatchControl.svelte')
  ]);
  return { ...data, Proposals, Writing: writing.default, Watch: watch.default };
};
