import { renderKept } from '#lib/server/markdown.ts';
import { linkTo, mailHost, type Mail } from '#lib/server/mail.ts';
import { nameIn, nameLang } from '#lib/names.ts';
import { m } from '#lib/paraglide/messages.js';
import { addressed, type Kind } from '../following.ts';
import { kindText } from '../words.ts';
import { lineOf, type Row } from './list-notifications.ts';
import { renderLetter, type Reader } from './letter.ts';
import { readOpenings } from './read-openings.ts';
import { sealStop, type Stop } from './seal.ts';

/** Above this a text is not sent whole: its first words, and the link. Characters. */
const whole = 8000;

/** A mail of one notification: of a thread all have one subject and refer to its first, so they stay together. */
export async function writeOne(reader: Reader, row: Row): Promise<Omit<Mail, 'to'>> {
  const { notification, post, thread, space, withdrawal } = row;
  const { locale } = reader;
  const line = lineOf(row);
  const what = kindText(line.kind, line.act, locale);
  const title = thread?.title ?? (space ? nameIn(space.titles, locale) : what);
  const stop = stopOf(
    reader.personId,
    notification.kind,
    thread?.id ?? null,
    post?.spaceId ?? notification.spaceId
  );
  const unsubscribe = linkTo(`/unsubscribe/${await sealStop(stop)}`);
  const sent = post && !withdrawal && post.body.length <= whole ? post : null;
  const { text, html } = renderLetter(reader, {
    title: '',
    groups: [
      {
        title,
        lang: thread?.lang ?? (space ? nameLang(space.titles, locale) : locale),
        href: linkTo(thread ? `/threads/${thread.id}` : line.href),
        place:
          space && thread
            ? { text: nameIn(space.titles, locale), lang: nameLang(space.titles, locale) }
            : null,
        lines: [
          {
            what,
            href: linkTo(line.href),
            at: notification.createdAt,
            more: line.more,
            excerpt: sent
              ? {
                  text: sent.body,
                  html: renderKept(`${sent.id}:${sent.revision}`, sent.body),
                  lang: sent.lang,
                  dir: sent.dir
                }
              : line.excerpt
          }
        ]
      }
    ],
    further: 0,
    why: whyText(stop, notification.kind, locale),
    stop: unsubscribe
  });
  return {
    subject: subjectOf(post?.number ?? null, title, what, thread !== null, locale),
    text,
    html,
    unsubscribe,
    ...(space ? { list: { title: nameIn(space.titles, locale), id: `${space.slug}.${mailHost()}` } } : {}),
    ...(await threadingOf(row))
  };
}

function subjectOf(
  number: number | null,
  title: string,
  what: string,
  inThread: boolean,
  locale: Reader['locale']
) {
  if (number === 1) return title;
  if (number || inThread) return m.following_subject_reply({ title }, { locale });
  return title === what ? what : m.following_subject_about({ what, title }, { locale });
}

/** `<post-ID@host>`: what answers a post names it and the opening one, whether or not its reader ever got them. */
async function threadingOf({ notification, post, thread }: Row) {
  const idOf = (kind: string, id: string) => `<${kind}-${id}@${mailHost()}>`;
  const opening = thread ? (await readOpenings([thread.id])).get(thread.id) : undefined;
  const before = [opening, post?.quotedPostId].filter((id): id is string => Boolean(id) && id !== post?.id);
  return {
    messageId: post ? idOf('post', post.id) : idOf('notification', notification.id),
    references: [...new Set(before)].map((id) => idOf('post', id))
  };
}

/** What the link in the mail stops: what it came from. What is addressed to an office cannot be unfollowed. */
function stopOf(personId: string, kind: Kind, threadId: string | null, spaceId: string | null): Stop {
  if (addressed.has(kind)) return { personId, scope: 'all', id: personId };
  if (kind === 'thread' && spaceId) return { personId, scope: 'space', id: spaceId };
  if (threadId) return { personId, scope: 'thread', id: threadId };
  return spaceId ? { personId, scope: 'space', id: spaceId } : { personId, scope: 'all', id: personId };
}

function whyText({ scope }: Stop, kind: Kind, locale: Reader['locale']): string {
  if (kind === 'reply') return m.following_mail_why_thread({}, { locale });
  if (scope === 'space' || kind === 'closed' || kind === 'decision' || kind === 'accepted')
    return m.following_mail_why_space({}, { locale });
  return m.following_mail_why_addressed({}, { locale });
}
