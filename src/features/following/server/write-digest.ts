import { linkTo, mailHost, type Mail } from '#lib/server/mail.ts';
import { nameIn, nameLang } from '#lib/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { limits, type NotificationGroup } from '../following.ts';
import { kindText } from '../words.ts';
import { renderLetter, type LetterGroup, type Reader } from './letter.ts';
import { groupsOf, type Row } from './list-notifications.ts';
import { sealStop } from './seal.ts';

/** What one has not read, together: by thread, each line once and linked. */
export async function writeDigest(reader: Reader, rows: Row[], now: Date): Promise<Omit<Mail, 'to'>> {
  const { locale, personId } = reader;
  const unsubscribe = linkTo(`/unsubscribe/${await sealStop({ personId, scope: 'all', id: personId })}`);
  const count = rows.reduce((sum, { notification }) => sum + 1 + notification.more, 0);
  const subject = `Palabre: ${m.following_subject_digest({ count }, { locale })}`;
  const { text, html } = renderLetter(reader, {
    title: m.following_subject_digest({ count }, { locale }),
    groups: groupsOf(rows.slice(0, limits.perDigest)).map((group) => letterGroup(group, locale)),
    further: Math.max(0, rows.length - limits.perDigest),
    why: m.following_mail_why_digest({}, { locale }),
    stop: unsubscribe
  });
  return {
    subject,
    text,
    html,
    unsubscribe,
    list: { title: 'Palabre', id: `digest.${mailHost()}` },
    messageId: `<digest-${personId}-${now.getTime()}@${mailHost()}>`
  };
}

export function letterGroup(
  { thread, space, lines }: NotificationGroup,
  locale: Reader['locale']
): LetterGroup {
  const forum = space && { text: nameIn(space.titles, locale), lang: nameLang(space.titles, locale) };
  return {
    title: thread?.title ?? forum?.text ?? m.following_elsewhere({}, { locale }),
    lang: thread?.lang ?? forum?.lang ?? locale,
    href: linkTo(thread ? `/threads/${thread.id}` : space ? `/forums/${space.slug}` : '/notifications'),
    place: thread ? forum : null,
    lines: lines.map(({ kind, act, href, at, more, excerpt }) => ({
      what: kindText(kind, act, locale),
      href: linkTo(href),
      at: new Date(at),
      more,
      excerpt
    }))
  };
}
