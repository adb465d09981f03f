import { json } from '@sveltejs/kit';
import { listTitled as listBriefsTitled } from '#features/briefs/server/list-titled.ts';
import { postAddress } from '#features/forum/forum.ts';
import { listTitled as listThreadsTitled } from '#features/forum/server/list-titled.ts';
import { listTitled as listLessonsTitled } from '#features/lessons/server/list-titled.ts';
import type { Suggestion } from '#features/links/suggestion.ts';
import type { Actor } from '#features/people/people.ts';
import { listOrganisationsNamed, listPeopleNamed } from '#features/people/server/list-named.ts';
import { mustBeSignedIn } from '#features/people/server/read-act.ts';
import { listTitled as listSessionsTitled } from '#features/sessions/server/list-titled.ts';
import { isId } from '#lib/id.ts';
import { nameIn, nameLang } from '#lib/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { holds } from '#lib/server/like.ts';
import { limit } from '#lib/server/limits.ts';
import { countryName } from '#lib/vocab/country-name.ts';
import { page } from '../../answer.ts';
import { countryChoices } from '../../country-choices.ts';
import type { RequestHandler } from './$types.js';

const most = 8;

/**
 * What `#` (kind=reference) or `@` (kind=mention) may stand for in what someone types: at most eight, of what they may
 * read. `thread`: the one they write in, whose posts are meant by their number.
 */
export const GET: RequestHandler = (event) =>
  page(event, async () => {
    const { actor, locale } = event.locals;
    await limit('completions', mustBeSignedIn(actor).personId, 120, 60);
    const params = event.url.searchParams;
    const words = (params.get('q') ?? '').toWellFormed().trim().slice(0, 40);
    const items = !/[\p{L}\p{N}]/u.test(words)
      ? []
      : params.get('kind') === 'mention'
        ? await mentions(words, locale)
        : await references(actor, words, params.get('thread') ?? '', locale);
    return json({ items: items.slice(0, most) }, { headers: { 'cache-control': 'private, no-store' } });
  });

async function references(
  actor: Actor,
  words: string,
  thread: string,
  locale: string
): Promise<Suggestion[]> {
  const [threads, briefs, lessons, sessions] = await Promise.all([
    listThreadsTitled(actor, words, 5),
    listBriefsTitled(actor, words, 3),
    listLessonsTitled(words, 3),
    listSessionsTitled(actor, words, 3)
  ]);
  const say = { locale: locale as 'en' };
  const of =
    (kind: string, note: string, path: string) =>
    ({ id, title, lang }: { id: string; title: string; lang: string }): Suggestion => ({
      kind,
      text: title,
      note,
      href: `${path}/${id}`,
      lang
    });
  const here: Suggestion[] =
    /^\d{1,6}$/.test(words) && isId(thread)
      ? [
          {
            kind: 'post',
            text: words,
            note: m.links_kind_post({}, say),
            href: postAddress(thread, Number(words))
          }
        ]
      : [];
  return [
    ...here,
    ...fairly([
      threads.map(of('thread', m.links_kind_thread({}, say), '/threads')),
      briefs.map(of('brief', m.links_kind_brief({}, say), '/briefs')),
      lessons.map(of('lesson', m.links_kind_lesson({}, say), '/lessons')),
      sessions.map(of('session', m.links_kind_session({}, say), '/sessions'))
    ])
  ];
}

async function mentions(words: string, locale: string): Promise<Suggestion[]> {
  const [organisations, people] = await Promise.all([
    listOrganisationsNamed(words, 5),
    listPeopleNamed(words, 4)
  ]);
  const say = { locale: locale as 'en' };
  const countries = countryChoices(locale).filter(({ code, name }) => holds(`${name} ${code}`, words));
  return fairly([
    countries.slice(0, 3).map(({ code, name }) => ({
      kind: 'country',
      text: name,
      note: m.links_kind_delegation({}, say),
      href: `/countries/${code}`
    })),
    organisations.map(({ slug, names, country }) => ({
      kind: 'organisation',
      text: nameIn(names, locale),
      note: country ? countryName(country, locale) : m.links_kind_organisation({}, say),
      href: `/organisations/${slug}`,
      lang: nameLang(names, locale)
    })),
    people.map(({ id, name, title }) => ({
      kind: 'person',
      text: name,
      note: title ?? m.links_kind_person({}, say),
      href: `/people/${id}`
    }))
  ]);
}

/** The first of each kind, then the second: no kind fills the list alone while another has something. */
function fairly(lists: Suggestion[][]): Suggestion[] {
  const longest = Math.max(...lists.map(({ length }) => length));
  const rounds = Array.from({ length: longest }, (_, round) => lists.flatMap((list) => list[round] ?? []));
  return rounds.flat();
}
