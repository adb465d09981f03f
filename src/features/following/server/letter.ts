import { formatMoment, placeOf } from '#lib/moment.ts';
import { m } from '#lib/paraglide/messages.js';
import { linkTo } from '#lib/server/mail.ts';
import type { Tongue } from '../words.ts';

/** Whom a mail is for, as it is written. */
export interface Reader {
  personId: string;
  locale: Tongue;
  zone: string;
}

export interface LetterLine {
  what: string;
  href: string;
  at: Date;
  more: number;
  /** `html` of ours (rendered and safe) when the text is sent whole. */
  excerpt: { text: string; html?: string; lang: string; dir: string } | null;
}
export interface LetterGroup {
  title: string;
  lang: string;
  href: string;
  place: { text: string; lang: string } | null;
  lines: LetterLine[];
}
export interface Letter {
  /** Empty when the one group says it. */
  title: string;
  groups: LetterGroup[];
  /** Notifications that are on the page only. */
  further: number;
  why: string;
  stop: string;
  /** Groups under a heading of their own, after the others. */
  after?: { title: string; groups: LetterGroup[] };
}

/** A mail in both forms: plain text, and HTML without anything from elsewhere, each text in its language and direction. */
export function renderLetter(reader: Reader, letter: Letter): { text: string; html: string } {
  return { text: plain(reader, letter), html: marked(reader, letter) };
}

function plain({ locale, zone }: Reader, letter: Letter): string {
  const group = ({ title, place, lines }: LetterGroup) =>
    [
      place ? `${title}\n(${place.text})` : title,
      ...lines.map(({ what, href, at, more, excerpt }) =>
        [
          `* ${what}${more ? `, ${m.following_more({ count: more }, { locale })}` : ''}, ${momentOf(at, locale, zone)}`,
          ...(excerpt?.text ? ['', excerpt.text, ''] : []),
          `  ${href}`
        ].join('\n')
      )
    ].join('\n\n');
  return [
    ...(letter.title ? [letter.title] : []),
    ...letter.groups.map(group),
    ...(letter.after ? [`== ${letter.after.title} ==`, ...letter.after.groups.map(group)] : []),
    ...(letter.further
      ? [`${m.following_mail_further({ count: letter.further }, { locale })}\n${linkTo('/notifications')}`]
      : []),
    [
      '-- ',
      letter.why,
      `${m.following_mail_stop({}, { locale })}: ${letter.stop}`,
      `${m.following_mail_change({}, { locale })}: ${linkTo('/settings#mail')}`
    ].join('\n')
  ].join('\n\n');
}

function marked({ locale, zone }: Reader, letter: Letter): string {
  const level = letter.title ? 2 : 1;
  const group = ({ title, lang, href, place, lines }: LetterGroup) => `
<h${level} lang="${attribute(lang)}" dir="auto" style="font-size:1.15em;margin:1.4em 0 .3em"><a href="${attribute(href)}">${escape(title)}</a></h${level}>
${place ? `<p lang="${attribute(place.lang)}" dir="auto" style="margin:0">${escape(place.text)}</p>` : ''}
${lines.map((line) => lineHtml(line, locale, zone)).join('\n')}`;
  return `<!doctype html>
<html lang="${locale}" dir="${locale === 'ar' ? 'rtl' : 'ltr'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escape(letter.title || letter.groups[0].title)}</title></head>
<body style="font-family:Georgia,serif;line-height:1.5;max-width:40em;margin:1em auto;padding:0 1em">
${letter.title ? `<h1 style="font-size:1.4em">${escape(letter.title)}</h1>` : ''}
${letter.groups.map(group).join('\n')}
${letter.after ? `<h2 style="font-size:1.25em;margin-top:2em">${escape(letter.after.title)}</h2>${letter.after.groups.map(group).join('\n')}` : ''}
${letter.further ? `<p><a href="${attribute(linkTo('/notifications'))}">${escape(m.following_mail_further({ count: letter.further }, { locale }))}</a></p>` : ''}
<hr>
<p style="font-size:.85em">${escape(letter.why)}<br>
<a href="${attribute(letter.stop)}">${escape(m.following_mail_stop({}, { locale }))}</a> ·
<a href="${attribute(linkTo('/settings#mail'))}">${escape(m.following_mail_change({}, { locale }))}</a></p>
</body></html>`;
}

function lineHtml({ what, href, at, more, excerpt }: LetterLine, locale: Tongue, zone: string): string {
  const further = more ? ` ${escape(m.following_more({ count: more }, { locale }))}` : '';
  const said = excerpt?.text
    ? `<div lang="${attribute(excerpt.lang)}" dir="${attribute(excerpt.dir)}" style="margin:.3em 0 .8em">${excerpt.html ? absolute(excerpt.html) : `<p style="margin:0">${escape(excerpt.text)}</p>`}</div>`
    : '';
  return `<p dir="auto" style="margin:.6em 0 0"><a href="${attribute(href)}">${escape(what)}</a>${further} · ${escape(momentOf(at, locale, zone))}</p>
${said}`;
}

/** Links of a text lead to pages of ours: in a mail they need the host. */
const absolute = (html: string): string =>
  html.replace(
    /(<a href=")(\/[^"]*)/g,
    (_, open: string, path: string) => open + attribute(linkTo('')) + path
  );

const momentOf = (at: Date, locale: Tongue, zone: string): string =>
  `${formatMoment(at, locale, zone, 'short')} (${placeOf(zone)})`;

const escape = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const attribute = (text: string): string => escape(text).replace(/"/g, '&quot;');
