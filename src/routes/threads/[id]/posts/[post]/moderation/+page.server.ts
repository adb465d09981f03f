import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { postAddress } from '#features/forum/forum.ts';
import { hiding, newFlag, pace, restoring, suspension } from '#features/moderation/moderation.ts';
import { dismissFlags } from '#features/moderation/server/dismiss-flags.ts';
import { flagPost } from '#features/moderation/server/flag-post.ts';
import { hidePost } from '#features/moderation/server/hide-post.ts';
import { readCase } from '#features/moderation/server/read-case.ts';
import { restorePost } from '#features/moderation/server/restore-post.ts';
import { slowThread } from '#features/moderation/server/set-pace.ts';
import { suspendPerson } from '#features/moderation/server/suspend-person.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { form, page } from '../../../../../answer.ts';
import type { Actions, PageServerLoad } from './$types.js';

type Here = { params: { id: string; post: string } };
const here = ({ params }: Here) => ({ threadId: params.id, id: params.post });

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    mustBeSignedIn(event.locals.actor);
    return { shown: await readCase(event.locals.actor, here(event)) };
  });

export const actions: Actions = {
  flag: (event) =>
    form(event, v.omit(newFlag, ['threadId', 'id']), async (input) => {
      await flagPost(event.locals.actor, { ...input, ...here(event) });
      return { done: 'flagged' as const };
    }),
  hiding: (event) =>
    form(event, v.omit(hiding, ['threadId', 'id']), async (input) => {
      const { actId } = await hidePost(event.locals.actor, { ...input, ...here(event) });
      redirect(303, `/moderation/acts/${actId}`);
    }),
  restoring: (event) =>
    form(event, v.omit(restoring, ['threadId', 'id']), async (input) => {
      await restorePost(event.locals.actor, { ...input, ...here(event) });
      const { number } = await readCase(event.locals.actor, here(event));
      redirect(303, postAddress(event.params.id, number));
    }),
  dismissal: (event) =>
    form(event, v.omit(restoring, ['threadId', 'id']), async (input) => {
      await dismissFlags(event.locals.actor, { ...input, ...here(event) });
      redirect(303, '/moderation');
    }),
  pace: (event) =>
    form(event, v.omit(pace, ['threadId']), async (input) => {
      await slowThread(event.locals.actor, { ...input, threadId: event.params.id });
      redirect(303, `/threads/${event.params.id}`);
    }),
  suspension: (event) =>
    form(event, v.omit(suspension, ['personId', 'spaceId']), async (input) => {
      const { authorId, spaceId } = await readCase(event.locals.actor, here(event));
      const { actId } = await suspendPerson(event.locals.actor, {
        ...input,
        spaceId,
        personId: authorId ?? ''
      });
      redirect(303, `/moderation/acts/${actId}`);
    })
};
