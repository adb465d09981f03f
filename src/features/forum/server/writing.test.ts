import { buffer } from 'node:stream/consumers';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { auditEntries } from '#features/audit/server/tables.ts';
import { readDraft } from '#features/drafts/server/read-draft.ts';
import { saveDraft } from '#features/drafts/server/save-draft.ts';
import { keepFile } from '#features/files/server/keep-file.ts';
import { readFile } from '#features/files/server/read-file.ts';
import { guest, type Member } from '#features/people/people.ts';
import { newId } from '#lib/id.ts';
import { db } from '#lib/server/db.ts';
import { aReply, aThread } from '#tests/forum-world.ts';
import { aMember, aSpace } from '#tests/world.ts';
import { editPlace, replyPlace, threadPlace } from '../forum.ts';
import { correctLanguage } from './correct-language.ts';
import { editPost } from './edit-post.ts';
import { listDraftPlaces } from './list-draft-places.ts';
import { postReply } from './post-reply.ts';
import { previewText } from './preview.ts';
import { mayReadAttachment } from './read-attachment.ts';
import { readPost, readPostHistory } from './read-post.ts';
import { readThread } from './read-thread.ts';
import { startThread } from './start-thread.ts';
import { withdrawPost } from './withdraw-post.ts';

async function aPdf(who: Member, words = newId()) {
  const bytes = Buffer.from(`%PDF-1.7\n% ${words}\n%%EOF\n`);
  const file = await keepFile(who, { name: 'Budget.pdf', size: bytes.length }, new Blob([bytes]).stream());
  return { ...file, content: bytes };
}
const entryOf = async (id: string, action: string) =>
  (await db.select().from(auditEntries).where(eq(auditEntries.objectId, id))).find(
    (entry) => entry.action === action
  );

test('a delegate attaches a budget, everyone who reads the thread may have it, and the record keeps its digest', async () => {
  const { thread, author } = await aThread();
  const file = await aPdf(author);
  const reply = aReply(thread.id, { attachments: [file.id] });
  const posted = await postReply(author, reply);
  expect(posted.attachments).toMatchObject([{ id: file.id, name: 'Budget.pdf', bytes: file.bytes }]);
  expect((await readThread(guest, thread.id)).posts.at(-1)?.attachments).toEqual(posted.attachments);
  expect(await mayReadAttachment(guest, reply.id, file.id)).toBe(true);
  const kept = await readFile(file.id);
  expect(kept.attached).toEqual({ kind: 'post', id: reply.id });
  expect((await buffer(kept.open())).equals(file.content)).toBe(true);
  expect((await entryOf(reply.id, 'reply.posted'))?.detail).toMatchObject({ files: file.sha256 });
});

test('a file of a restricted forum, of a withdrawn post, or taken out by an edit is not there', async () => {
  const { thread, author } = await aThread({ space: await aSpace({ visibility: 'restricted' }) });
  const [one, two] = [await aPdf(author), await aPdf(author)];
  const reply = aReply(thread.id, { attachments: [one.id, two.id] });
  await postReply(author, reply);
  const has = (who: Member | typeof guest, id: string) => mayReadAttachment(who, reply.id, id);
  expect([await has(guest, one.id), await has(await aMember(), one.id), await has(author, one.id)]).toEqual([
    false,
    false,
    true
  ]);
  const edit = { id: reply.id, threadId: thread.id, body: 'Only the second.', revision: 0 };
  await editPost(author, { ...edit, attachments: [two.id] });
  expect([await has(author, one.id), await has(author, two.id)]).toEqual([false, true]);
  await withdrawPost(author, { id: reply.id, threadId: thread.id, reason: null });
  expect(await has(author, two.id)).toBe(false);
});

test('nobody posts another’s file, or one that is gone, and nothing is posted then', async () => {
  const { thread, author, moderator } = await aThread();
  const file = await aPdf(moderator);
  for (const id of [file.id, newId()]) {
    const reply = aReply(thread.id, { attachments: [id] });
    await expect(postReply(author, reply)).rejects.toMatchObject({ reason: 'file-unknown' });
  }
  expect(await readThread(author, thread.id)).toMatchObject({ postsCount: 1 });
});

test('an edit adds a file and keeps the one that was there; the record has both', async () => {
  const { thread, author } = await aThread();
  const [one, two] = [await aPdf(author), await aPdf(author)];
  const reply = aReply(thread.id, { attachments: [one.id] });
  await postReply(author, reply);
  const view = await editPost(author, { ...reply, revision: 0, attachments: [one.id, two.id] });
  expect(view.attachments.map(({ id }) => id)).toEqual([one.id, two.id]);
  expect((await entryOf(reply.id, 'reply.edited'))?.detail).toMatchObject({
    files: `${one.sha256} ${two.sha256}`
  });
});

test('what is posted is no longer a draft: a reply, a thread, an edit', async () => {
  const { thread, author, space } = await aThread();
  const draft = async (place: string) => {
    await saveDraft(author, { place, fields: { body: 'x' }, files: [], base: 0 });
    return { draft: 1 };
  };
  const reply = aReply(thread.id, await draft(replyPlace(thread.id)));
  await postReply(author, reply);
  const opening = { spaceId: space.id, postId: newId(), title: 'A', body: 'B', capacity: 'personal' };
  await startThread(author, { ...opening, ...(await draft(threadPlace(space.id))) });
  const edit = { ...reply, body: 'Mended', revision: 0, ...(await draft(editPlace(reply.id))) };
  await editPost(author, edit);
  for (const place of [replyPlace(thread.id), threadPlace(space.id), editPlace(reply.id)])
    expect(await readDraft(author, place)).toBeNull();
});

test('a reply that is refused leaves its draft', async () => {
  const { thread, author } = await aThread();
  const place = replyPlace(thread.id);
  await saveDraft(author, { place, fields: { body: 'x' }, files: [], base: 0 });
  const reply = aReply(thread.id, { draft: 1, quoted: newId() });
  await expect(postReply(author, reply)).rejects.toMatchObject({ reason: 'quoted-post-unknown' });
  expect(await readDraft(author, place)).not.toBeNull();
});

test('the places of one’s drafts are named, but for those that one may no longer read', async () => {
  const { thread, author } = await aThread();
  const hidden = await aThread({ space: await aSpace({ visibility: 'restricted' }) });
  const places = [
    replyPlace(thread.id),
    replyPlace(hidden.thread.id),
    threadPlace(hidden.space.id),
    'edit:x'
  ];
  const found = await listDraftPlaces(author, places);
  expect([...found.keys()]).toEqual([replyPlace(thread.id)]);
});

test('a language that was said stays when the text changes; one that was not is asked of the text again', async () => {
  const { thread, author, moderator } = await aThread();
  const said = aReply(thread.id, { body: 'Ok.', lang: 'sw' });
  expect(await postReply(author, said)).toMatchObject({ lang: 'sw' });
  const french = 'La gratuité est pour les enfants et pour les femmes enceintes dans les districts.';
  expect(await editPost(author, { ...said, lang: undefined, body: french, revision: 0 })).toMatchObject({
    lang: 'sw'
  });
  const guessed = aReply(thread.id, { body: 'Ok.' });
  await postReply(author, guessed);
  expect(await editPost(author, { ...guessed, body: french, revision: 0 })).toMatchObject({ lang: 'fr' });
  const correction = { threadId: thread.id, id: guessed.id, lang: 'wo', dir: 'rtl' } as const;
  await expect(correctLanguage(await aMember(), correction)).rejects.toMatchObject({ code: 'not-allowed' });
  await expect(correctLanguage(guest, correction)).rejects.toMatchObject({ code: 'not-signed-in' });
  await correctLanguage(moderator, correction);
  const { post, langSaid } = await readPost(author, { threadId: thread.id, id: guessed.id });
  expect([post.lang, post.dir, langSaid?.name]).toEqual(['wo', 'rtl', 'Moussa']);
  expect(await entryOf(guessed.id, 'reply.language-corrected')).toMatchObject({
    actor: { personId: moderator.personId },
    detail: { lang: 'wo', was: 'fr' }
  });
});

test('the title of a thread gets its language said, live, and not by everyone', async () => {
  const { thread, author } = await aThread();
  const { seq } = await readThread(guest, thread.id);
  const correction = { threadId: thread.id, id: null, lang: 'ar', dir: 'rtl' } as const;
  await expect(correctLanguage(await aMember(), correction)).rejects.toMatchObject({ code: 'not-allowed' });
  await correctLanguage(author, correction);
  expect(await readThread(guest, thread.id)).toMatchObject({ lang: 'ar', dir: 'rtl', seq: seq + 1 });
  expect(await entryOf(thread.id, 'thread.language-corrected')).toBeDefined();
});

test('the history says what changed between any two texts', async () => {
  const { thread, author } = await aThread();
  const reply = aReply(thread.id, { body: 'Nurses get a grant.' });
  await postReply(author, reply);
  const by = { threadId: thread.id, id: reply.id };
  expect((await readPostHistory(guest, by)).compared).toBeNull();
  await editPost(author, { ...reply, body: 'Nurses get a loan.', revision: 0 });
  await editPost(author, { ...reply, body: 'Midwives get a loan.', revision: 1 });
  const changed = async (asked?: { from?: number; to?: number }) =>
    (await readPostHistory(guest, by, asked)).compared?.changes
      .filter(({ kind }) => kind !== 'same')
      .map(({ kind, text }) => `${kind} ${text}`);
  expect(await changed()).toEqual(['removed Nurses', 'added Midwives']);
  expect(await changed({ from: 0, to: 1 })).toEqual(['removed grant', 'added loan']);
  expect(await changed({ from: 99, to: 1 })).toEqual([]);
});

test('a preview is made by the hand that makes posts, and leaves nothing; guests have none', async () => {
  const author = await aMember();
  const text = { body: '**Oui** <script>x</script> [a](javascript:x)', fallback: 'fr' };
  const { html } = await previewText(author, text);
  expect(html).toContain('<strong>Oui</strong>');
  expect(html).not.toMatch(/<script|href="javascript/);
  await expect(previewText(guest, text)).rejects.toMatchObject({ code: 'not-signed-in' });
});
