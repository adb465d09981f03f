import { createHash } from 'node:crypto';
import { m } from '#lib/paraglide/messages.js';
import { nameIn } from '#lib/names.ts';
import type { ExportedPost, ExportedThread } from '../export.ts';
import { escape, exportStyle, whole } from '../export-page.ts';
import type { ExportWords } from './export-words.ts';
import type { GatheredPost } from './gather-thread.ts';

/** The page runs nothing and fetches nothing, wherever it is opened. */
export const exportPolicy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(exportStyle).digest('base64')}'; base-uri 'none'; form-action 'none'`;

const attribute = (lang: string, dir: string) =>
  `lang="${escape(lang)}" dir="${dir === 'rtl' ? 'rtl' : 'ltr'}"`;

/** One page that needs nothing else. In a ZIP (`packed`) it leads to the attachments beside it, else to their address. */
export async function* htmlOf(
  thread: ExportedThread,
  posts: AsyncIterable<GatheredPost>,
  words: ExportWords,
  packed: boolean
): AsyncGenerator<string> {
  const { say, moment } = words;
  const origin = new URL(thread.address).origin;
  yield `<!doctype html>
<html ${attribute(words.locale, words.dir)}>
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escape(exportPolicy)}">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${escape(thread.title)}</title>
<style>${exportStyle}</style>
</head>
<body>
<header>
<p class="meta"><a href="${escape(thread.forum.address)}">${escape(nameIn(thread.forum.titles, words.locale))}</a></p>
<h1 ${attribute(thread.lang, thread.dir)}>${escape(thread.title)}</h1>
<p class="meta">${escape(say(m.forum_posts, { count: thread.postsCount }))} · <a href="${escape(thread.address)}">${escape(thread.address)}</a></p>
${thread.closed ? `<p class="meta">${escape([say(m.forum_closed_by, { name: thread.closed.by }), moment(thread.closed.at), thread.closed.reason].filter(Boolean).join(' · '))}</p>\n` : ''}</header>
<main>
`;
  for await (const { post, html } of posts) yield article(post, html, words, packed, origin);
  yield '</main>\n</body>\n</html>\n';
}

function article(
  post: ExportedPost,
  html: string,
  words: ExportWords,
  packed: boolean,
  origin: string
): string {
  const { say, moment } = words;
  const about = [words.capacity(post.act), moment(post.at), ...words.traces(post)].map(escape);
  if (post.answers)
    about.push(
      `<a href="#post-${post.answers}">${escape(say(m.forum_answers, { number: post.answers }))}</a>`
    );
  const files = post.attachments.map(({ name, bytes, file, address }) => {
    const to = packed ? file : address;
    const label = `<bdi>${escape(name)}</bdi>`;
    return `<li>${to ? `<a href="${escape(packed ? to.split('/').map(encodeURIComponent).join('/') : to)}">${label}</a>` : label} (${escape(words.weight(bytes))})</li>`;
  });
  return `<article id="post-${post.number}">
<h2><a href="#post-${post.number}">${post.number}. <bdi>${escape(words.who(post.act))}</bdi></a></h2>
<p class="meta">${about.join(' · ')}</p>
${
  post.withdrawn
    ? `<p class="meta">${escape(words.withdrawal(post.withdrawn))}</p>`
    : `<div ${attribute(post.lang, post.dir)}>\n${whole(html, origin)}</div>`
}
${files.length ? `<p class="meta">${escape(say(m.archive_attachments))}</p>\n<ul>${files.join('')}</ul>\n` : ''}</article>
`;
}
