import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { appendAttachments } from '#features/files/server/append-attachments.ts';
import { keepFile } from '#features/files/server/keep-file.ts';
import { aPdf, sent } from '#features/files/server/test-files.ts';
import { lockThread } from '#features/moderation/server/lock-thread.ts';
import { editPost } from '#features/forum/server/edit-post.ts';
import { postReply } from '#features/forum/server/post-reply.ts';
import { postWithdrawals, posts } from '#features/forum/server/tables.ts';
import { withdrawPost } from '#features/forum/server/withdraw-post.ts';
import { guest, type Actor } from '#features/people/people.ts';
import { atomic, db } from '#lib/server/db.ts';
import { readZip } from '#lib/server/zip.ts';
import { aReply, aThread } from '#tests/forum-world.ts';
import { aMember, anOrganisation, aSpace, joinSpace } from '#tests/world.ts';
import type { ExportedPost, ExportFormat, Manifest } from '../export.ts';
import { exportThread } from './export-thread.ts';
import { verifyExport } from './verify-export.ts';

const origin = 'https://palabre.example';

async function taken(actor: Actor, threadId: string, format: ExportFormat = 'zip', locale = 'en') {
  const file = await exportThread(actor, { threadId, format, locale, origin, who: `who-${Math.random()}` });
  const parts: Buffer[] = [];
  for await (const chunk of file.chunks) parts.push(Buffer.from(chunk as Uint8Array));
  await file.drop();
  return Buffer.concat(parts);
}
const json = <T>(files: Map<string, Buffer>, name: string) => JSON.parse(files.get(name)!.toString()) as T;

/** A thread with a ministry, an edit, a withdrawal, a quote, an attachment and an end. */
async function aWholeThread() {
  const organisation = await anOrganisation({ name: 'Ministry of Health, Senegal' });
  const { thread, author, moderator, space } = await aThread();
  const ministry = await aMember({ name: 'Fatou', organisation });
  const first = await postReply(
    ministry,
    aReply(thread.id, { body: 'First wording', capacity: organisation })
  );
  await editPost(ministry, { id: first.id, threadId: thread.id, body: 'Second wording', revision: 0 });
  const gone = await postReply(
    author,
    aReply(thread.id, { body: 'Something that was taken back', quoted: first.id })
  );
  await withdrawPost(author, { id: gone.id, threadId: thread.id, reason: 'wrong year' });
  const file = await postReply(author, aReply(thread.id, { body: 'See [#this](/threads/x) ‎نص' }));
  const kept = await keepFile(author, { name: 'Budget 2026.pdf', size: aPdf().length }, sent(aPdf()));
  await atomic(async (tx) => {
    const [attached] = await appendAttachments(tx, author.personId, [kept.id], { kind: 'post', id: file.id });
    await tx
      .update(posts)
      .set({
        attachments: [
          { ...attached, name: '../../Budget 2026.pdf' },
          { name: '..\\named only.doc', bytes: 9, type: 'application/msword' }
        ]
      })
      .where(eq(posts.id, file.id));
  });
  await lockThread(moderator, { threadId: thread.id, reason: 'Said.' });
  return { thread, author, ministry, moderator, space, first, gone, file };
}

test('a guest takes a whole thread along: it proves itself, and the same state gives the same bytes', async () => {
  const { thread } = await aWholeThread();
  const zip = await taken(guest, thread.id);
  expect((await taken(guest, thread.id)).equals(zip)).toBe(true);
  const files = readZip(zip);
  expect([...files.keys()]).toEqual([
    'thread.html',
    'thread.md',
    'thread.json',
    'record.json',
    'attachments/0004-1-Budget-2026.pdf',
    'manifest.json'
  ]);
  expect(files.get('attachments/0004-1-Budget-2026.pdf')!.equals(aPdf())).toBe(true);
  expect(verifyExport(files)).toMatchObject({ wrong: [], files: 5, posts: 4, entries: 8 });

  const { posts, ...about } = json<{ posts: ExportedPost[] }>(files, 'thread.json');
  expect(about).toMatchObject({
    format: 'palabre-thread',
    version: 1,
    closed: { reason: 'Said.' },
    postsCount: 4
  });
  expect(posts[1]).toMatchObject({
    act: { organisation: { en: 'Ministry of Health, Senegal' }, personName: 'Fatou', country: 'SN' },
    markdown: 'Second wording',
    former: [{ revision: 0, markdown: 'First wording' }],
    edited: { by: 'Fatou' }
  });
  expect(posts[2]).toMatchObject({
    markdown: null,
    former: [],
    answers: 2,
    withdrawn: { reason: 'wrong year' }
  });
  expect(posts[3].attachments).toMatchObject([
    { file: expect.stringMatching(/^attachments\//) },
    { file: null }
  ]);

  const html = files.get('thread.html')!.toString();
  expect(html).toContain('Second wording');
  expect(html).toContain(`href="${origin}/threads/x"`);
  expect(html).toMatch(/on behalf of the organisation · Fatou · Senegal/);
  expect(html).not.toMatch(/<script|taken back/);
  const markdown = files.get('thread.md')!.toString();
  expect(markdown).toContain('## 2. Ministry of Health, Senegal');
  expect(markdown).toContain('> Second wording');
  expect(zip.includes('taken back')).toBe(false);
  for (const [, content] of files) expect(content.includes('Something that was')).toBe(false);
});

test('each format alone is what the ZIP holds, in the language of who asks', async () => {
  const { thread } = await aWholeThread();
  const files = readZip(await taken(guest, thread.id));
  expect((await taken(guest, thread.id, 'json')).equals(files.get('thread.json')!)).toBe(true);
  const french = (await taken(guest, thread.id, 'html', 'fr')).toString();
  expect(french).toContain('<html lang="fr" dir="ltr">');
  expect(french).toContain('Pièces jointes');
  expect(french).toContain(`href="${origin}/files/`);
  expect((await taken(guest, thread.id, 'html', 'ar')).toString()).toContain('<html lang="ar" dir="rtl">');
  expect((await taken(guest, thread.id, 'md', 'fr')).toString()).toContain('(https://palabre.example/files/');
});

test('whoever changes a file, a text, an author or an entry, or takes one out, is found', async () => {
  const { thread } = await aWholeThread();
  const zip = await taken(guest, thread.id);
  const wrong = (change: (files: Map<string, Buffer>) => void) => {
    const files = readZip(zip);
    change(files);
    return verifyExport(files).wrong.join('\n');
  };
  /** Changes a JSON and the manifest with it, as somebody does who knows how. */
  const forge = (name: string, change: (content: never) => void) => (files: Map<string, Buffer>) => {
    const content = json(files, name);
    change(content as never);
    files.set(name, Buffer.from(JSON.stringify(content)));
    const manifest = json<Manifest>(files, 'manifest.json');
    const { createHash } = process.getBuiltinModule('node:crypto');
    for (const file of manifest.files)
      if (file.name === name)
        Object.assign(file, {
          bytes: files.get(name)!.length,
          sha256: createHash('sha256').update(files.get(name)!).digest('hex')
        });
    files.set('manifest.json', Buffer.from(JSON.stringify(manifest)));
  };
  type Record = {
    entries: { action: string; seq: number; actor: { personId: string } | null; at: string }[];
  };
  type Thread = { posts: ExportedPost[]; postsCount: number };
  expect(wrong(() => {})).toBe('');
  expect(wrong((files) => files.set('thread.html', Buffer.from('x')))).toMatch(
    /thread\.html is not the file/
  );
  expect(wrong((files) => files.set('extra.html', Buffer.from('x')))).toMatch(/extra\.html is not named/);
  expect(wrong((files) => files.delete('attachments/0004-1-Budget-2026.pdf'))).toMatch(/is missing/);
  expect(wrong((files) => files.delete('manifest.json'))).toMatch(/not an export/);
  expect(wrong(forge('thread.json', ({ posts }: Thread) => (posts[1].markdown = 'Never said')))).toMatch(
    /Post 2 does not say what entry \d+ recorded/
  );
  expect(wrong(forge('thread.json', ({ posts }: Thread) => (posts[1].former = [])))).toMatch(
    /Post 2 has 1 texts/
  );
  expect(wrong(forge('thread.json', ({ posts }: Thread) => (posts[1].act.personId = 'x')))).toMatch(
    /Post 2 is by another person/
  );
  expect(
    wrong(
      forge('thread.json', (all: Thread) => {
        all.posts.splice(1, 1);
        all.postsCount -= 1;
      })
    )
  ).toMatch(/A post that entry \d+ recorded is not in the export/);
  expect(
    wrong(forge('thread.json', ({ posts }: Thread) => (posts[3].withdrawn = posts[2].withdrawn)))
  ).toMatch(/Post 4 is withdrawn without an entry/);
  expect(wrong(forge('record.json', ({ entries }: Record) => entries.splice(3, 1)))).toMatch(
    /does not follow/
  );
  expect(wrong(forge('record.json', ({ entries }: Record) => entries.pop()))).toMatch(
    /ends with another entry/
  );
  expect(wrong(forge('record.json', ({ entries }: Record) => (entries[2].action = 'x')))).toMatch(
    /was changed/
  );
  expect(wrong(forge('record.json', ({ entries }: Record) => (entries[2].at = '2020')))).toMatch(
    /was changed/
  );
  expect(wrong(forge('record.json', ({ entries }: Record) => (entries[1].actor!.personId = 'x')))).toMatch(
    /names someone else/
  );
  // A ZIP that was damaged on its way does not even open.
  const cut = Buffer.from(zip);
  cut[60] ^= 1;
  expect(() => readZip(cut)).toThrow();
  expect(() => readZip(zip.subarray(0, 500))).toThrow(/ZIP/);
});

test('what is written in any field stays text in every file', async () => {
  const nasty = `"><img src=x onerror=alert(1)><script>alert(1)</script>'\u2028]]>`;
  const { thread, author, moderator } = await aThread();
  await postReply(author, aReply(thread.id, { body: `${nasty} [x](javascript:alert(1))` }));
  await db
    .update(posts)
    .set({
      personName: nasty,
      title: nasty,
      organisation: { en: nasty },
      capacity: 'organisation',
      attachments: [{ name: nasty, bytes: 1, type: nasty }]
    })
    .where(eq(posts.threadId, thread.id));
  await lockThread(moderator, { threadId: thread.id, reason: nasty });
  const files = readZip(await taken(guest, thread.id));
  const html = files.get('thread.html')!.toString();
  expect(html).not.toMatch(/<img|<script|javascript:[^)]*"|onerror=alert\(1\)>(?!.*<\/p>)/i);
  expect(html.match(/<style>/g)).toHaveLength(1);
  expect(files.get('thread.md')!.toString()).not.toMatch(/<img|<script|\]\(javascript/i);
  expect(verifyExport(files).wrong.filter((sentence) => !/another person/.test(sentence))).toEqual([]);
});

test('a hidden text leaves no trace but that it is hidden', async () => {
  const { thread, author } = await aThread();
  const post = await postReply(author, aReply(thread.id, { body: 'A name that must not be told' }));
  await db.insert(postWithdrawals).values({
    postId: post.id,
    personId: 'moderator',
    personName: 'Named Moderator',
    moderated: true,
    category: 'confidential',
    reason: null,
    createdAt: new Date()
  });
  const files = readZip(await taken(guest, thread.id));
  for (const [, content] of files) expect(content.toString()).not.toMatch(/must not be told|Named Moderator/);
  const [, entry] = json<{ entries: { digest: string; textSalt: string | null }[] }>(
    files,
    'record.json'
  ).entries;
  expect(entry).toMatchObject({ textSalt: null });
});

test('a thread that one may not read cannot be taken along, nor asked for without end', async () => {
  const space = await aSpace({ visibility: 'restricted' });
  const { thread, author } = await aThread({ space });
  const outsider = await aMember();
  const input = { threadId: thread.id, format: 'zip' as const, locale: 'en', origin, who: 'w' };
  for (const actor of [guest, outsider])
    await expect(exportThread(actor, input)).rejects.toMatchObject({ code: 'not-found' });
  await joinSpace(outsider, space.id, 'observer');
  expect(verifyExport(readZip(await taken(outsider, thread.id))).wrong).toEqual([]);
  const asked = Array.from({ length: 19 }, () =>
    exportThread(author, input).then(
      (file) => file.drop(),
      (fault: { code: string }) => fault.code
    )
  );
  expect((await Promise.all(asked)).filter((code) => code === 'too-many').length).toBe(1);
});

test('a reader who leaves in the middle leaves nothing behind', async () => {
  const { thread, author } = await aThread();
  const before = readdirSync(tmpdir()).filter((name) => name.startsWith('palabre-export-')).length;
  const file = await exportThread(author, {
    threadId: thread.id,
    format: 'zip',
    locale: 'en',
    origin,
    who: 'leaver'
  });
  const iterator = file.chunks[Symbol.asyncIterator]();
  await iterator.next();
  await iterator.return?.();
  await file.drop();
  expect(readdirSync(tmpdir()).filter((name) => name.startsWith('palabre-export-'))).toHaveLength(before);
});
