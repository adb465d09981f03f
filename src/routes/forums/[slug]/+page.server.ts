import { redirect } from '@sveltejs/kit';
import * as v from 'valibot';
import { listBriefs } from '#features/briefs/server/list-briefs.ts';
import { readWatch } from '#features/following/server/read-watch.ts';
import { readThreadFilter } from '#features/forum/list-filter.ts';
import { countThreads } from '#features/forum/server/count-threads.ts';
import { listThreads } from '#features/forum/server/list-threads.ts';
import { markSpaceRead } from '#features/forum/server/mark-space-read.ts';
import { tagNames } from '#features/forum/tag-names.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { listSessions } from '#features/sessions/server/list-sessions.ts';
import { joinSpace } from '#features/spaces/server/join-space.ts';
import { askingForm, joiningForm, requestForm } from '#features/spaces/inputs.ts';
import { acceptRules } from '#features/spaces/server/accept-rules.ts';
import { askToJoin } from '#features/spaces/server/ask-to-join.ts';
import { countByCountry, countMembers } from '#features/spaces/server/count-members.ts';
import { decideRequest } from '#features/spaces/server/decide-request.ts';
import { readOwnPlace } from '#features/spaces/server/read-own-place.ts';
import { readSpaceTexts } from '#features/spaces/server/read-space-texts.ts';
import { readSpace } from '#features/spaces/server/read-space.ts';
import { removeMember } from '#features/spaces/server/remove-member.ts';
import { form, page } from '../../answer.ts';
import { readHead } from '../head.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const { actor } = event.locals;
    const head = await readHead(actor, event.params.slug);
    const { space } = head;
    const turned = Math.min(
      Math.max(Number.parseInt(event.url.searchParams.get('page') ?? '1', 10) || 1, 1),
      10_000
    );
    const filter = readThreadFilter(event.url.searchParams);
    const list = await listThreads(actor, space.id, turned - 1, filter);
    const counts = await countThreads(actor, space.id, filter);
    const [{ live, coming, archived }, briefs, texts, belonging, countries] = await Promise.all([
      listSessions(actor, { spaceId: space.id, size: 4 }),
      listBriefs(actor, { forum: space.slug, most: 5 }),
      readSpaceTexts(space.id, event.locals.locale),
      countMembers([space.id]),
      countByCountry(space.id)
    ]);
    return {
      ...head,
      ...texts,
      place: await readOwnPlace(actor, space, texts.rules),
      count: belonging[space.id] ?? { members: 0, countries: 0 },
      countries,
      sessions: [...live, ...coming, ...archived]
        .slice(0, 6)
        .map(({ id, title, lang, phase, startsAt }) => ({ id, title, lang, phase, startsAt })),
      briefs: briefs.map(({ id, title, lang, published }) => ({ id, title, lang, published })),
      list,
      filter,
      counts,
      tagNames: tagNames(
        [
          ...list.threads.flatMap(({ tags }) => tags),
          ...counts.tags.map(({ tag }) => tag),
          ...(filter.tag ? [filter.tag] : [])
        ],
        event.locals.locale
      ),
      turned,
      watch: await readWatch(actor, 'space', space.id, space)
    };
  });

const nothing = v.object({});
const back = (slug: string) => redirect(303, `/forums/${slug}`);

export const actions: Actions = {
  membership: (event) =>
    form(event, joiningForm, async ({ rules }) => {
      const space = await readSpace(event.locals.actor, { slug: event.params.slug });
      await joinSpace(event.locals.actor, { spaceId: space.id, rules });
      back(space.slug);
    }),
  rules: (event) =>
    form(event, joiningForm, async ({ rules }) => {
      const space = await readSpace(event.locals.actor, { slug: event.params.slug });
      await acceptRules(event.locals.actor, { spaceId: space.id, rules });
      back(space.slug);
    }),
  request: (event) =>
    form(event, askingForm, async (input) => {
      const space = await readSpace(event.locals.actor, { slug: event.params.slug });
      await askToJoin(event.locals.actor, { ...input, spaceId: space.id });
      back(space.slug);
    }),
  withdrawal: (event) =>
    form(event, requestForm, async ({ requestId }) => {
      await decideRequest(event.locals.actor, { requestId, outcome: 'withdrawn' });
      back(event.params.slug!);
    }),
  leaving: (event) =>
    form(event, nothing, async () => {
      const { personId } = mustBeSignedIn(event.locals.actor);
      const space = await readSpace(event.locals.actor, { slug: event.params.slug });
      await removeMember(event.locals.actor, { spaceId: space.id, personId });
      redirect(303, space.visibility === 'restricted' ? '/forums' : `/forums/${space.slug}`);
    }),
  reading: (event) =>
    form(event, nothing, async () => {
      const space = await readSpace(event.locals.actor, { slug: event.params.slug });
      await markSpaceRead(event.locals.actor, space.id);
      back(space.slug);
    })
};
