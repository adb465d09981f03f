import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { newPublication, newVersion } from '#features/briefs/briefs.ts';
import { nameVersion } from '#features/briefs/server/name-version.ts';
import { publishBrief } from '#features/briefs/server/publish-brief.ts';
import { readBrief } from '#features/briefs/server/read-brief.ts';
import { listLessonsFrom } from '#features/lessons/server/list-lessons.ts';
import { capacityField } from '#features/people/people.ts';
import { form, page } from '../../answer.ts';
import { readMentions } from '../../links/mentions.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor } = event.locals;
    const { id } = event.params;
    const [brief, lessons] = await Promise.all([readBrief(actor, id), listLessonsFrom(actor, 'brief', id)]);
    const mentions = await readMentions(actor, { kind: 'brief', id });
    // In whose name one writes can be chosen in the address; what is not one's own falls back to what one acts as.
    const asked = v.safeParse(capacityField, event.url.searchParams.get('capacity') ?? undefined);
    const own = actor.kind === 'member' ? ['personal', ...actor.capacities.map(({ value }) => value)] : [];
    const capacity =
      event.url.searchParams.has('capacity') && asked.success && own.includes(asked.output)
        ? asked.output
        : actor.kind === 'member'
          ? actor.actingAs
          : 'personal';
    return { brief, lessons, mentions, capacity };
  });

export const actions: Actions = {
  version: (event) =>
    form(event, newVersion, async (input) => {
      await nameVersion(event.locals.actor, event.params.id, input);
      redirect(303, `/briefs/${event.params.id}?capacity=${input.capacity}`);
    }),
  publication: (event) =>
    form(event, newPublication, async (input) => {
      const { number } = await publishBrief(event.locals.actor, event.params.id, input);
      redirect(303, `/briefs/${event.params.id}/published/${number}`);
    })
};
