import { redirect } from '@sveltejs/kit';
import { signInInput } from '#features/people/people.ts';
import { signIn } from '#features/people/server/sign-in.ts';
import { localPath } from '#lib/local-path.ts';
import { settings } from '#lib/server/env.ts';
import { form } from '../answer.ts';
import { keepSignIn, originOf } from './keep.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = ({ locals, url }) => {
  const to = localPath(url.searchParams.get('to'));
  if (locals.actor.kind === 'member') redirect(303, to);
  return {
    to,
    passwordWasSet: url.searchParams.has('password-set'),
    open: settings().registration === 'open'
  };
};

export const actions: Actions = {
  default: (event) =>
    form(event, signInInput, async (input) => {
      keepSignIn(event, await signIn(input, originOf(event)));
      redirect(303, localPath(event.url.searchParams.get('to')));
    })
};
