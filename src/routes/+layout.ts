import type { LayoutLoad } from './$types.js';

/** The bell and the menu are for members: guests do not fetch them. */
export const load: LayoutLoad = async ({ data }) => {
  if (data.actor.kind !== 'member') return { ...data, Bell: null, MemberMenu: null };
  const [bell, menu] = await Promise.all([
    import('#features/following/Bell.svelte'),
    import('./MemberMenu.svelte')
  ]);
  return { ...data, Bell: bell.default, MemberMenu: menu.default };
};
