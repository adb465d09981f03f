import { tagOf } from '#features/forum/tags.ts';
import { tagName, tagNames } from '#features/forum/tag-names.ts';
import { listTagged } from '#features/forum/server/list-tagged.ts';
import { Refusal } from '#lib/refusal.ts';
import { page } from '../../answer.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = (event) =>
  page(event, async () => {
    const tag = tagOf(event.params.tag);
    if (!tag) throw new Refusal('not-found');
    const turned = Math.min(
      Math.max(Number.parseInt(event.url.searchParams.get('page') ?? '1', 10) || 1, 1),
      1000
    );
    const list = await listTagged(event.locals.actor, tag, turned - 1);
    const { locale } = event.locals;
    const names = tagNames(
      list.threads.flatMap(({ tags }) => tags),
      locale
    );
    return { name: tagName(tag, locale), list, names, turned };
  });
