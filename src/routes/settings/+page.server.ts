import { fail, isActionFailure, redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { mailInput } from '#features/following/following.ts';
import { chooseMail } from '#features/following/server/choose-mail.ts';
import { readMailChoices } from '#features/following/server/read-mail-choices.ts';
import { actingInput, affiliationEnd, passwordChange, profileInput } from '#features/people/people.ts';
import { actAs } from '#features/people/server/act-as.ts';
import { changePassword } from '#features/people/server/change-password.ts';
import { endAffiliation } from '#features/people/server/end-affiliation.ts';
import { endSignIn } from '#features/people/server/end-sign-in.ts';
import { listAffiliations } from '#features/people/server/list-affiliations.ts';
import { listSignIns } from '#features/people/server/list-sign-ins.ts';
import { readOwnProfile } from '#features/people/server/read-own-profile.ts';
import { updateProfile } from '#features/people/server/update-profile.ts';
import { settings } from '#lib/server/env.ts';
import { form, page, type Refused } from '../answer.ts';
import { countryChoices } from '../organisations/choices.ts';
import { keepChoices } from '../sign-in/keep.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = (event) => {
  const { actor, locale } = event.locals;
  if (actor.kind === 'guest') redirect(303, '/sign-in?to=/settings');
  return page(event, async () => {
    const [profile, signIns, affiliations, mail] = await Promise.all([
      readOwnProfile(actor),
      listSignIns(actor),
      listAffiliations(actor, actor.personId),
      readMailChoices(actor)
    ]);
    return {
      profile,
      signIns,
      affiliations,
      mail,
      countries: countryChoices(locale),
      timezones: Intl.supportedValuesOf('timeZone'),
      offered: settings().locales
    };
  });
};

/** One page, several forms: the answer carries which of them it is for. */
async function at<S extends v.GenericSchema>(
  name: string,
  event: RequestEvent,
  schema: S,
  work: (input: v.InferOutput<S>) => Promise<void>
) {
  const answer = await form(event, schema, async (input) => {
    await work(input);
    return { saved: name };
  });
  return isActionFailure(answer)
    ? fail(answer.status, { ...(answer.data as unknown as Refused), at: name })
    : (answer as { saved: string });
}

export const actions: Actions = {
  profile: (event) =>
    at('profile', event, profileInput, async (input) => {
      await updateProfile(event.locals.actor, input);
      keepChoices(event, { locale: input.locale ?? null, timezone: input.timezone ?? null });
      // "As this device says": the next page that runs a script tells us again.
      if (!input.timezone) event.cookies.delete('palabre_timezone', { path: '/', httpOnly: false });
      if (input.locale && settings().locales.includes(input.locale)) event.locals.locale = input.locale;
    }),
  mail: (event) => at('mail', event, mailInput, (input) => chooseMail(event.locals.actor, input)),
  capacity: (event) => at('capacity', event, actingInput, (input) => actAs(event.locals.actor, input)),
  password: (event) =>
    at('password', event, passwordChange, (input) => changePassword(event.locals.actor, input)),
  affiliation: (event) =>
    at('affiliation', event, affiliationEnd, (input) => endAffiliation(event.locals.actor, input)),
  signin: (event) =>
    at('signin', event, v.object({ id: v.pipe(v.string(), v.maxLength(64)) }), (input) =>
      endSignIn(event.locals.actor, input)
    )
};
