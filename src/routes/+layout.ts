import type { LayoutLoad } from './$types.js';

/** The bell is for members: guests do not fetch it. */
export const load: LayoutLoad = async ({ data }) => {
  const bell = data.actor.kind === 'member' ? await import('#features/following/Bell.svelte') : null;
  return { ...data, Bell: bell?.default ?? null };
};
