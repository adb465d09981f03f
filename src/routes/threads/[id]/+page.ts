import type { Component } from 'svelte';
import type { PartProps } from '#features/forum/part.ts';
import type { PageLoad } from './$types.js';

// What a purpose adds is fetched with threads of that purpose only.
const parts = {
  question: () => import('#features/forum/QuestionPart.svelte'),
  call: () => import('#features/forum/CallPart.svelte'),
  support: () => import('#features/forum/SupportPart.svelte')
};

/** Members write; guests, who only read, do not fetch what one writes with. */
export const load: PageLoad = async ({ data, parent }) => {
  const { actor } = await parent();
  const member = actor.kind === 'member';
  const proposals =
    member || data.proposals.length > 0 ? await import('#features/positions/ProposalList.svelte') : null;
  const Proposals = proposals?.default ?? null;
  const part =
    data.thread && data.thread.purpose in parts ? parts[data.thread.purpose as keyof typeof parts] : null;
  const Part = part && ((await part()).default as Component<PartProps>);
  if (!member) return { ...data, Part, Proposals, Writing: null, Watch: null };
  const [writing, watch] = await Promise.all([
    import('#features/forum/Writing.svelte'),
    import('#features/following/WatchControl.svelte')
  ]);
  return { ...data, Part, Proposals, Writing: writing.default, Watch: watch.default };
};
