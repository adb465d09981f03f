/**
 * `npx node bench/export.ts [POSTS]`: a thread of so many posts (1,000), a tenth of them edited, taken along in each
 * format by the verb that the page uses: time, bytes, the most that the process grew, and how long the event loop was
 * held at a time meanwhile. Then the ZIP is verified, and the whole audit chain and every post are checked.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';

process.env.DATA_DIR ??= mkdtempSync(join(tmpdir(), 'palabre-bench-'));
process.env.LOG_LEVEL ??= 'error';
const posts = Number(process.argv[2] ?? 1000);
const more = Number(process.argv[3] ?? 0);
const { migrate } = await import('../src/lib/server/migrate.ts');
const { atomic, store } = await import('../src/lib/server/db.ts');
const { newId } = await import('../src/lib/id.ts');
const { guest } = await import('../src/features/people/people.ts');
const { appendEntry } = await import('../src/features/audit/server/append-entry.ts');
const { findBreaks } = await import('../src/features/audit/server/check-chain.ts');
const { findPostBreaks } = await import('../src/features/archive/server/check-posts.ts');
const { exportThread } = await import('../src/features/archive/server/export-thread.ts');
const { verifyExport } = await import('../src/features/archive/server/verify-export.ts');
const { editPost } = await import('../src/features/forum/server/edit-post.ts');
const { postReply } = await import('../src/features/forum/server/post-reply.ts');
const { readZip } = await import('../src/lib/server/zip.ts');
const { aThread } = await import('../tests/forum-world.ts');
const { aMember, anOrganisation } = await import('../tests/world.ts');

await migrate();
const organisation = await anOrganisation();
const { thread } = await aThread();
const body = (n: number) =>
  `Post ${n}. **We paid** the midwives of ${n} districts by mobile money, see [#1](/threads/${thread.id}?post=1).\n\n` +
  '> What did not work?\n\n- the list\n- the calendar\n\n' +
  'A third of those who had moved were paid where they no longer were. '.repeat(12);
let begun = performance.now();
let writer = await aMember({ organisation });
for (let n = 1; n < posts; n += 1) {
  if (n % 15 === 0) writer = await aMember({ organisation });
  const id = newId();
  const at = { at: new Date() };
  await postReply(
    writer,
    { id, threadId: thread.id, body: body(n), quoted: null, capacity: organisation } as never,
    at
  );
  if (n % 10 === 0)
    await editPost(writer, { id, threadId: thread.id, body: `${body(n)} Mended.`, revision: 0 } as never);
}
say('written', begun, `${posts} posts`);

const delay = monitorEventLoopDelay({ resolution: 1 });
let zip = Buffer.alloc(0);
for (const format of ['json', 'md', 'html', 'zip', 'zip'] as const) {
  global.gc?.();
  const before = process.memoryUsage().rss;
  let [most, bytes] = [before, 0];
  delay.reset();
  delay.enable();
  begun = performance.now();
  const input = { threadId: thread.id, format, locale: 'en', origin: 'https://palabre.example', who: format };
  const file = await exportThread(guest, input);
  const parts: Buffer[] = [];
  for await (const chunk of file.chunks) {
    bytes += chunk.length;
    most = Math.max(most, process.memoryUsage.rss());
    if (format === 'zip') parts.push(Buffer.from(chunk as Uint8Array));
  }
  await file.drop();
  delay.disable();
  zip = Buffer.concat(parts);
  say(
    format,
    begun,
    `${(bytes / 1024).toFixed(0)} kB, process +${((most - before) / 2 ** 20).toFixed(0)} MiB, loop held p99 ${(delay.percentile(99) / 1e6).toFixed(0)} ms, at most ${(delay.max / 1e6).toFixed(0)} ms`
  );
}
begun = performance.now();
const verdict = verifyExport(readZip(zip));
say(
  'verified',
  begun,
  verdict.wrong.length ? verdict.wrong.join(' ') : `${verdict.entries} entries, nothing wrong`
);

if (more) {
  begun = performance.now();
  for (let n = 0; n < more; n += 500)
    await atomic(async (tx) => {
      for (let i = n; i < Math.min(n + 500, more); i += 1)
        await appendEntry(tx, {
          action: 'bench.noted',
          actor: { personId: newId(), capacity: 'personal', organisationId: null, country: 'SN' },
          object: { kind: 'bench', id: newId() },
          threadId: `bench-${i % 200}`,
          text: body(i),
          detail: { number: i }
        });
    });
  say(
    'appended',
    begun,
    `${more} entries, ${(((performance.now() - begun) / more) * 1000).toFixed(0)} us each`
  );
}
const seen = { entries: 0, posts: 0 };
let wrong = 0;
begun = performance.now();
for await (const _ of findBreaks(seen)) wrong += 1;
say('chain checked', begun, `${seen.entries} entries, ${wrong} breaks`);
begun = performance.now();
for await (const _ of findPostBreaks(seen)) wrong += 1;
say('posts checked', begun, `${seen.posts} posts, ${wrong} breaks`);
await store().close();
process.exit(wrong || verdict.wrong.length ? 1 : 0);

function say(what: string, since: number, result: string): void {
  console.log(
    `${what.padEnd(14)} ${((performance.now() - since) / 1000).toFixed(2).padStart(7)} s   ${result}`
  );
}
