import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { addMember } from '#features/spaces/server/add-member.ts';
import { listMembers } from '#features/spaces/server/list-members.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { removeMember } from '#features/spaces/server/remove-member.ts';
import { newSpaceMember, spaceMemberRemoval } from '#features/spaces/inputs.ts';
import { form, page } from '../../../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const space = await readSpace(event.locals.actor, { slug: event.params.slug });
    return { space, members: await listMembers(event.locals.actor, space.id) };
  });

export const actions: Actions = {
  member: (event) =>
    form(event, v.omit(newSpaceMember, ['spaceId']), async (input) => {
      const { id, slug } = await readSpace(event.locals.actor, { slug: event.params.slug });
      await addMember(event.locals.actor, { ...input, spaceId: id });
      redirect(303, `/forums/${slug}/members`);
    }),
  removal: (event) =>
    form(event, v.omit(spaceMemberRemoval, ['spaceId']), async (input) => {
      const { id, slug } = await readSpace(event.locals.actor, { slug: event.params.slug });
      await removeMember(event.locals.actor, { ...input, spaceId: id });
      redirect(303, `/forums/${slug}/members`);
    })
};
