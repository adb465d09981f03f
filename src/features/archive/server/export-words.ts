import { languageIn } from '#features/forum/words.ts';
import { formatMoment } from '#lib/moment.ts';
import { nameIn } from '#lib/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { countryName } from '#lib/vocab/country-name.ts';
import type { Act } from '#features/people/people.ts';
import type { ExportedPost } from '../export.ts';

type Locale = 'en' | 'fr' | 'ar';
type Text = (inputs: object, options: { locale: Locale }) => string;

/** The words of an export in one language; times are said in UTC, for nobody knows where it will be read. */
export function exportWords(locale: string) {
  const inThis = { locale: locale as Locale };
  const moment = (at: string) => `${formatMoment(new Date(at), locale, 'UTC')} UTC`;
  return {
    locale,
    dir: locale === 'ar' ? 'rtl' : 'ltr',
    moment,
    say: (text: unknown, inputs: object = {}) => (text as Text)(inputs, inThis),
    /** Who speaks: the organisation first, or the person. */
    who: (act: Act) => (act.organisation ? nameIn(act.organisation, locale) : act.personName),
    /** In which capacity, who for an organisation, function, country. */
    capacity(act: Act): string {
      const parts = act.organisation
        ? [m.act_on_behalf({}, inThis), [act.personName, act.title].filter(Boolean).join(', ')]
        : [m.act_personal({}, inThis), act.title];
      if (act.country) parts.push(countryName(act.country, locale));
      return parts.filter(Boolean).join(' · ');
    },
    /** What happened to a post since, a phrase each. */
    traces(post: ExportedPost): string[] {
      const { edited, cleared, lang } = post;
      const found: string[] = [];
      if (edited)
        found.push(
          `${m.forum_edited({ count: post.revision }, inThis)}${edited.by && edited.by !== post.act.personName ? ` ${m.forum_edited_by({ name: edited.by }, inThis)}` : ''}, ${moment(edited.at)}`
        );
      if (cleared)
        found.push(
          cleared.by
            ? `${m.forum_cleared_by({ name: [cleared.by, cleared.title].filter(Boolean).join(', ') }, inThis)} ${moment(cleared.at)}`
            : m.forum_not_cleared_in_time({}, inThis)
        );
      if (lang !== locale && !post.withdrawn)
        found.push(m.forum_written_in({ language: languageIn(lang, locale) }, inThis));
      return found;
    },
    withdrawal({ by, at, reason, moderated, category }: NonNullable<ExportedPost['withdrawn']>): string {
      const what = category
        ? m.forum_hidden({ category: categoryIn(category, inThis) }, inThis)
        : moderated
          ? m.forum_withdrawn_by_moderator({ name: by }, inThis)
          : m.forum_withdrawn_by({ name: by }, inThis);
      return [what, moment(at), reason].filter(Boolean).join(' · ');
    },
    weight: (bytes: number) =>
      new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte', numberingSystem: 'latn' }).format(
        Math.max(1, Math.ceil(bytes / 1024))
      )
  };
}
export type ExportWords = ReturnType<typeof exportWords>;

function categoryIn(code: string, inThis: { locale: Locale }): string {
  const text = (m as unknown as Record<string, Text | undefined>)[
    `moderation_category_${code.replaceAll('-', '_')}`
  ];
  return text ? text({}, inThis) : code;
}
