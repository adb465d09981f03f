import { and, desc, eq, isNotNull } from 'drizzle-orm';
import { db } from '#lib/server/db.ts';
import { linkTo, mailHost, type Mail } from '#lib/server/mail.ts';
import { nameIn, nameLang } from '#lib/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { limits, type NotificationGroup } from '../following.ts';
import { kindSentence, kindText } from '../words.ts';
import { renderLetter, type Letter, type LetterGroup, type Reader } from './letter.ts';
import { groupsOf, type Row } from './list-notifications.ts';
import { outgoingMails } from './mail-tables.ts';
import { readSince } from './read-since.ts';
import { readReader } from './rights.ts';
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
    after: await meanwhile(reader, rows, now),
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

/** What else was decided, added or asked meanwhile, of which no line of the mail tells already. */
async function meanwhile(reader: Reader, rows: Row[], now: Date): Promise<Letter['after']> {
  const actor = await readReader(reader.personId, db);
  if (actor.kind !== 'member') return undefined;
  const { parts } = await readSince(actor, await readLastDigest(reader.personId), now);
  const told = new Set(
    rows.flatMap(({ notification, post }) => [
      `fact ${notification.seq}`,
      ...(post ? [`post ${post.id}`] : [])
    ])
  );
  const titles = {
    decisions: m.following_since_decisions({}, { locale: reader.locale }),
    entries: m.following_since_entries({}, { locale: reader.locale }),
    country: m.following_since_country({}, { locale: reader.locale })
  };
  const groups = (['decisions', 'entries', 'country'] as const).flatMap((part) => {
    const lines = parts[part].filter(({ key }) => !told.has(key) && told.add(key)).slice(0, 10);
    return lines.length === 0
      ? []
      : {
          title: titles[part],
          lang: reader.locale,
          href: linkTo('/since'),
          place: null,
          lines: lines.map(({ kind, who, href, at, title, lang, dir }) => ({
            what: kindSentence(kind, who, reader.locale),
            href: linkTo(href),
            at: new Date(at),
            more: 0,
            excerpt: { text: title, lang, dir }
          }))
        };
  });
  return groups.length > 0
    ? { title: m.following_since_title({}, { locale: reader.locale }), groups }
    : undefined;
}

/** When the digest before this one went; null: none did, and what counts is when its reader was last here. */
async function readLastDigest(personId: string): Promise<Date | null> {
  const [last] = await db
    .select({ sentAt: outgoingMails.sentAt })
    .from(outgoingMails)
    .where(
      and(
        eq(outgoingMails.personId, personId),
        eq(outgoingMails.kind, 'digest'),
        isNotNull(outgoingMails.sentAt)
      )
    )
    .orderBy(desc(outgoingMails.sentAt))
    .limit(1);
  return last?.sentAt ?? null;
}
