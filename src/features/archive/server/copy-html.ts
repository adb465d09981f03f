import type { Act } from '#features/people/people.ts';
import type { Direction } from '#lib/dir.ts';
import { renderMarkdown } from '#lib/server/markdown.ts';
import { m } from '#lib/paraglide/messages.js';
import { countryName } from '#lib/vocab/country-name.ts';
import { settings } from '#lib/server/env.ts';
import { redactionMark } from '../copies.ts';
import { escape, exportStyle, whole } from '../export-page.ts';
import { exportPolicy } from './export-html.ts';
import { exportWords, type ExportWords } from './export-words.ts';
import type { CopyRow } from './find-copy.ts';

export interface CopiedPost {
  number: number;
  /** null: not part of the copy. */
  said: {
    id: string;
    act: Act;
    at: string;
    lang: string;
    dir: Direction;
    answers: number | null;
    named: boolean;
    markdown: string;
    redactions: string[];
  } | null;
}

/** A public copy is in the thread's own language where we speak it: it is one page for everyone, for good. */
export const copyLocale = (lang: string): string => (['en', 'fr', 'ar'].includes(lang) ? lang : 'en');

/** The page, whole: no script, nothing from elsewhere, no link to anything that is not public. The same state, the same bytes. */
export function copyHtml(copy: CopyRow, posts: CopiedPost[]): string {
  const words = exportWords(copyLocale(copy.lang));
  const { say } = words;
  const origin = settings().publicOrigin ?? '';
  const shown = new Set(posts.filter(({ said }) => said).map(({ number }) => number));
  return `<!doctype html>
<html lang="${words.locale}" dir="${words.dir}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escape(exportPolicy)}">
<meta name="viewport" content="width=device-width">
<title>${escape(copy.subject)}</title>
<link rel="alternate" type="application/atom+xml" title="${escape(say(m.archive_copies))}" href="${escape(origin)}/copies/feed.atom">
<style>${exportStyle}</style>
</head>
<body>
<header>
<p class="meta"><a href="${escape(origin)}/copies">${escape(say(m.archive_copies))}</a></p>
<h1 lang="${escape(copy.lang)}" dir="${copy.dir}">${escape(copy.subject)}</h1>
<p class="meta">${escape(say(m.archive_copy_about))}</p>
</header>
<main>
${posts.map((post) => article(post, words, shown, origin)).join('')}</main>
</body>
</html>
`;
}

function article(
  { number, said }: CopiedPost,
  words: ExportWords,
  shown: Set<number>,
  origin: string
): string {
  const { say, moment } = words;
  if (!said)
    return `<article id="post-${number}">
<h2>${number}.</h2>
<p class="meta">${escape(say(m.archive_copy_left_out))}</p>
</article>
`;
  const about = [capacity(said.act, said.named, words), moment(said.at)].map(escape);
  if (said.answers && shown.has(said.answers))
    about.push(
      `<a href="#post-${said.answers}">${escape(say(m.forum_answers, { number: said.answers }))}</a>`
    );
  return `<article id="post-${number}">
<h2><a href="#post-${number}">${number}. <bdi>${escape(who(said.act, said.named, words))}</bdi></a></h2>
<p class="meta">${about.join(' · ')}</p>
<div lang="${escape(said.lang)}" dir="${said.dir}">
${whole(renderMarkdown(redacted(said.markdown, said.redactions)), origin)}</div>
</article>
`;
}

const who = (act: Act, named: boolean, words: ExportWords): string =>
  act.organisation || named ? words.who(act) : words.say(m.archive_copy_someone);

function capacity(act: Act, named: boolean, words: ExportWords): string {
  if (named) return words.capacity(act);
  return [
    words.say(act.organisation ? m.act_on_behalf : m.act_personal),
    act.country && countryName(act.country, words.locale)
  ]
    .filter(Boolean)
    .join(' · ');
}

/** The longest first: a passage within another one does not leave half of it. */
const redacted = (markdown: string, passages: string[]): string =>
  passages
    .toSorted((a, b) => b.length - a.length)
    .reduce((text, passage) => text.replaceAll(passage, redactionMark), markdown);

/** What stands at the address of a copy that was taken back. */
export function goneHtml(lang: string): string {
  const words = exportWords(copyLocale(lang));
  const text = escape(words.say(m.archive_copy_gone));
  return `<!doctype html>
<html lang="${words.locale}" dir="${words.dir}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${text}</title>
<style>${exportStyle}</style>
</head>
<body>
<main>
<h1>${text}</h1>
<p><a href="/copies">${escape(words.say(m.archive_copies))}</a></p>
</main>
</body>
</html>
`;
}
