import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { newSpaceMember, roleForm, spaceMemberRemoval } from '#features/spaces/inputs.ts';
import { addMember } from '#features/spaces/server/add-member.ts';
import { changeRole } from '#features/spaces/server/change-role.ts';
import { countByCountry, countByOrganisation } from '#features/spaces/server/count-members.ts';
import { listMembers } from '#features/spaces/server/list-members.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { removeMember } from '#features/spaces/server/remove-member.ts';
import { limits } from '#features/spaces/spaces.ts';
import { form, page } from '../../../answer.ts';
import { readHead } from '../../head.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** Names for its own people; for who may read it, countries and (signed in) organisations; see the README of spaces. */
export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor } = event.locals;
    const { searchParams } = event.url;
    const head = await readHead(actor, event.params.slug);
    const { space, may } = head;
    const country = /^[A-Z]{2}$/.exec(searchParams.get('country') ?? '')?.[0];
    const turned = Math.min(Math.max(Number.parseInt(searchParams.get('page') ?? '1', 10) || 1, 1), 10_000);
    const countries = await countByCountry(space.id);
    const shown = countries.filter((one) => !country || one.country === country);
    return {
      ...head,
      country: country ?? null,
      turned,
      pages: Math.ceil(shown.reduce((sum, { members }) => sum + members, 0) / limits.membersPerPage),
      countries,
      organisations: actor.kind === 'member' ? await countByOrganisation(space.id) : [],
      members: may.list ? await listMembers(actor, space.id, { country, page: turned - 1 }) : []
    };
  });

const spaceId = 'spaceId' as const;
export const actions: Actions = {
  member: (event) =>
    form(event, v.omit(newSpaceMember, [spaceId]), async (input) => {
      const { id, slug } = await readSpace(event.locals.actor, { slug: event.params.slug });
      await addMember(event.locals.actor, { ...input, spaceId: id });
      redirect(303, `/forums/${slug}/members`);
    }),
  role: (event) =>
    form(event, roleForm, async (input) => {
      const { id, slug } = await readSpace(event.locals.actor, { slug: event.params.slug });
      await changeRole(event.locals.actor, { ...input, spaceId: id });
      redirect(303, `/forums/${slug}/members`);
    }),
  removal: (event) =>
    form(event, v.omit(spaceMemberRemoval, [spaceId]), async (input) => {
      const { id, slug } = await readSpace(event.locals.actor, { slug: event.params.slug });
      await removeMember(event.locals.actor, { ...input, spaceId: id });
      redirect(303, `/forums/${slug}/members`);
    })
};
