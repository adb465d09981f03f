import { m } from '#lib/paraglide/messages.js';
import { nameIn } from '#lib/names.ts';
import type { ExportedPost, ExportedThread } from '../export.ts';
import { inLine, plainMarkdown, quoted } from '../plain-markdown.ts';
import type { ExportWords } from './export-words.ts';
import type { GatheredPost } from './gather-thread.ts';

/** Each post is a heading of ours and a quote: no line that somebody wrote can pass for one of another post. */
export async function* markdownOf(
  thread: ExportedThread,
  posts: AsyncIterable<GatheredPost>,
  words: ExportWords,
  packed: boolean
): AsyncGenerator<string> {
  const { say, moment } = words;
  const origin = new URL(thread.address).origin;
  const closed = thread.closed
    ? `\n${inLine([say(m.forum_closed_by, { name: thread.closed.by }), moment(thread.closed.at), thread.closed.reason].filter(Boolean).join(' · '))}\n`
    : '';
  yield `# ${inLine(thread.title)}

${inLine(nameIn(thread.forum.titles, words.locale))} · ${say(m.forum_posts, { count: thread.postsCount })} · <${thread.address}>
${closed}`;
  for await (const { post } of posts) yield section(post, words, packed, origin);
}

function section(post: ExportedPost, words: ExportWords, packed: boolean, origin: string): string {
  const { say, moment } = words;
  const about = [words.capacity(post.act), moment(post.at), ...words.traces(post)];
  if (post.answers) about.push(say(m.forum_answers, { number: post.answers }));
  const files = post.attachments.map(({ name, bytes, file, address }) => {
    const to = packed ? file?.split('/').map(encodeURIComponent).join('/') : address;
    return `- ${to ? `[${inLine(name)}](${to})` : inLine(name)} (${words.weight(bytes)})`;
  });
  return `
## ${post.number}. ${inLine(words.who(post.act))}

${about.map(inLine).join(' · ')} · <${post.address}>

${post.withdrawn ? `*${inLine(words.withdrawal(post.withdrawn))}*` : quoted(plainMarkdown(post.markdown ?? '', origin))}
${files.length ? `\n${say(m.archive_attachments)}\n\n${files.join('\n')}\n` : ''}`;
}
