import { mkdirSync, utimesSync, writeFileSync, readdirSync, existsSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { eq } from 'drizzle-orm';
import { expect, test, vi } from 'vitest';
import { guest } from '#features/people/people.ts';
import { newId } from '#lib/id.ts';
import { atomic, db, isDiskFull } from '#lib/server/db.ts';
import { settings } from '#lib/server/env.ts';
import { aMember } from '#tests/world.ts';
import { limits } from '../files.ts';
import { appendAttachments } from './append-attachments.ts';
import { holdFiles } from './append-hold.ts';
import { keepFile } from './keep-file.ts';
import { listLooseFiles } from './list-files.ts';
import { bytesKept } from './quota.ts';
import { readFile } from './read-file.ts';
import { removeFile } from './remove-file.ts';
import { pathOf, shelfDir } from './shelf.ts';
import { sweepFiles } from './sweep-files.ts';
import { files } from './tables.ts';
import { aDocx, aGif, aJpeg, aPdf, aPng, aSheet, aWebp, aZip, anOdt, sent, slides } from './test-files.ts';

type Sender = Awaited<ReturnType<typeof aMember>>;
const keep = (who: Sender, name: string, bytes: Uint8Array) =>
  keepFile(who, { name, size: bytes.length }, sent(bytes));
const incoming = () => (existsSync(`${shelfDir()}/incoming`) ? readdirSync(`${shelfDir()}/incoming`) : []);

test('a member keeps each kind of document and picture, and gets back the bytes that were sent', async () => {
  const awa = await aMember();
  const kinds = {
    'Budget.pdf': aPdf(),
    'note.docx': aDocx(),
    'table.XLSX': aSheet(),
    'slides.pptx': slides(),
    'lettre.odt': anOdt(),
    'map.png': aPng(),
    'photo.jpeg': aJpeg(),
    'moving.gif': aGif(),
    'small.webp': aWebp()
  };
  for (const [name, bytes] of Object.entries(kinds)) {
    const kept = await keep(awa, name, bytes);
    expect(kept).toMatchObject({ name: name.replace('XLSX', 'xlsx'), bytes: bytes.length });
    const file = await readFile(kept.id);
    expect((await buffer(file.open())).equals(bytes)).toBe(true);
    expect((await buffer(file.open({ start: 1, end: 3 }))).equals(bytes.subarray(1, 4))).toBe(true);
    expect(file.attached).toBeNull();
  }
  expect(await keep(awa, 'p.jpg', aJpeg())).toMatchObject({ width: 48, height: 32 });
  expect(incoming()).toEqual([]);
});

test('what is not of the list, or says that it is something else, is refused in words', async () => {
  const awa = await aMember();
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>');
  const page = Buffer.from('<!doctype html><script>alert(1)</script>');
  const hostile: [string, Buffer, string][] = [
    ['drawing.svg', svg, 'file-type'],
    ['page.html', page, 'file-type'],
    ['drawing.png', svg, 'file-type'],
    ['page.pdf', page, 'file-type'],
    ['page.pdf', Buffer.concat([page, aPdf()]), 'file-type'],
    ['run.exe', aPdf(), 'file-type'],
    ['budget.docx', aPdf(), 'file-lying-extension'],
    ['budget.pdf', aDocx(), 'file-lying-extension'],
    ['note.pdf.exe', aPdf(), 'file-type'],
    ['things.docx', aZip({ 'readme.txt': 'words' }), 'file-type'],
    ['outside.docx', aDocx({ '../../etc/passwd': 'x' }), 'file-type'],
    ['hidden.docx', Buffer.concat([aDocx(), Buffer.from('#!/bin/sh')]), 'file-type'],
    ['macros.docx', aDocx({ 'word/vbaProject.bin': 'x' }), 'file-macros'],
    ['bomb.docx', aDocx({}, 4_000_000_000), 'file-bomb'],
    ['cut.docx', aDocx().subarray(0, 60), 'file-type'],
    ['head.png', Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), 'file-type'],
    ['nothing.pdf', Buffer.alloc(0), 'file-empty'],
    ['../../etc/budget.pdf', aPdf(), 'file-path'],
    ['C:\\reports\\budget.pdf', aPdf(), 'file-path'],
    ['..', aPdf(), 'file-path']
  ];
  for (const [name, bytes, reason] of hostile)
    await expect(keep(awa, name, bytes), name).rejects.toMatchObject({ code: 'invalid', reason });
  expect(await db.select().from(files).where(eq(files.personId, awa.personId))).toEqual([]);
  expect(incoming()).toEqual([]);
});

test('ten megabytes are kept; one byte more is refused, whether its sender says so or not', async () => {
  const awa = await aMember();
  const most = Buffer.concat([aPdf(), Buffer.alloc(limits.fileBytes - aPdf().length)]);
  expect(await keep(awa, 'long.pdf', most)).toMatchObject({ bytes: limits.fileBytes });
  const more = Buffer.concat([most, Buffer.alloc(1)]);
  const refusal = { reason: 'file-too-large' };
  await expect(keep(awa, 'longer.pdf', more)).rejects.toMatchObject(refusal);
  await expect(keepFile(awa, { name: 'x.pdf', size: null }, sent(more))).rejects.toMatchObject(refusal);
  await expect(keepFile(awa, { name: 'x.pdf', size: 10 }, sent(more))).rejects.toMatchObject(refusal);
  expect(incoming()).toEqual([]);
});

test('a name is shown without what hides in it, and is never where the file lies', async () => {
  const awa = await aMember();
  const named = async (name: string) => (await keep(awa, name, aPdf(name))).name;
  expect(await named('Bud\u202egpj.\u0000get\u200b.pdf')).toBe('Budgpj.get.pdf');
  expect(await named('  .htaccess.pdf ')).toBe('htaccess.pdf');
  expect(await named('Rapport été  2026.PDF')).toBe('Rapport été 2026.pdf');
  expect(await named('ميزانية.pdf')).toBe('ميزانية.pdf');
  expect(await named('a<b>"c".pdf')).toBe('a_b__c_.pdf');
  expect(await named('Budget')).toBe('Budget.pdf');
  const long = await named(`${'ل'.repeat(300)}.pdf`);
  expect([...long].length).toBeLessThanOrEqual(limits.nameLength);
  expect(long.endsWith('.pdf')).toBe(true);
});

test('the same bytes sent twice are stored once, and stay until the last of them is taken back', async () => {
  const awa = await aMember();
  const bytes = aPdf('twice');
  const [one, two] = await Promise.all([keep(awa, 'one.pdf', bytes), keep(awa, 'two.pdf', bytes)]);
  expect(await bytesKept(db, awa.personId)).toBe(bytes.length);
  await removeFile(awa, { id: one.id });
  expect((await buffer((await readFile(two.id)).open())).equals(bytes)).toBe(true);
  await removeFile(awa, { id: two.id });
  expect(existsSync(pathOf(one.id)) || existsSync(pathOf(two.id))).toBe(false);
  await expect(readFile(two.id)).rejects.toMatchObject({ code: 'not-found' });
});

test('nobody keeps more than their share, also when they send many at once', async () => {
  const awa = await aMember();
  const before = settings().fileQuota;
  settings().fileQuota = 2500;
  try {
    const send = (mark: string) => keep(awa, 'x.pdf', aPdf(mark.repeat(980)));
    const outcomes = await Promise.allSettled(['a', 'b', 'c', 'd'].map(send));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(2);
    expect(await bytesKept(db, awa.personId)).toBeLessThanOrEqual(2500);
    await expect(send('e')).rejects.toMatchObject({ reason: 'file-quota' });
  } finally {
    settings().fileQuota = before;
  }
});

test('guests keep nothing, and nobody attaches, holds or takes back another’s file', async () => {
  const [awa, moussa] = [await aMember(), await aMember()];
  await expect(keepFile(guest, { name: 'x.pdf', size: 9 }, sent(aPdf()))).rejects.toMatchObject({
    code: 'not-signed-in'
  });
  const { id } = await keep(awa, 'mine.pdf', aPdf('mine'));
  const attach = (who: Sender) =>
    atomic((tx) => appendAttachments(tx, who.personId, [id], { kind: 'post', id: newId() }));
  await expect(attach(moussa)).rejects.toMatchObject({ reason: 'file-unknown' });
  await expect(removeFile(moussa, { id })).rejects.toMatchObject({ code: 'not-found' });
  expect(await listLooseFiles(moussa, [id])).toEqual([]);
  expect(await attach(awa)).toMatchObject([{ id, name: 'mine.pdf' }]);
  await expect(attach(awa)).rejects.toMatchObject({ reason: 'file-unknown' });
  await expect(removeFile(awa, { id })).rejects.toMatchObject({ code: 'not-found' });
});

test('what nobody attached goes after a day, what a draft holds stays, and what was said keeps its files', async () => {
  const awa = await aMember();
  const [loose, held, attached] = await Promise.all(
    ['loose', 'held', 'attached'].map((word) => keep(awa, `${word}.pdf`, aPdf(word)))
  );
  await holdFiles(db, awa.personId, [held.id]);
  await atomic((tx) => appendAttachments(tx, awa.personId, [attached.id], { kind: 'post', id: newId() }));
  await sweepFiles(new Date(Date.now() + 25 * 3_600_000));
  await expect(readFile(loose.id)).rejects.toMatchObject({ code: 'not-found' });
  expect(existsSync(pathOf(loose.id))).toBe(false);
  for (const { id } of [held, attached])
    expect((await buffer((await readFile(id)).open())).length).toBeGreaterThan(0);
});

test('bytes that a killed process left without a row are swept, and younger ones are left to become a file', async () => {
  const [old, young] = [newId(), newId()];
  for (const id of [old, young]) {
    mkdirSync(dirname(pathOf(id)), { recursive: true });
    writeFileSync(pathOf(id), aPdf());
  }
  const dayAgo = Date.now() / 1000 - 90_000;
  utimesSync(pathOf(old), dayAgo, dayAgo);
  await sweepFiles();
  expect([existsSync(pathOf(old)), existsSync(pathOf(young))]).toEqual([false, true]);
});

test('a full disk or a cut line keeps nothing, and says so', async () => {
  const awa = await aMember();
  await mkdir(`${shelfDir()}/incoming`, { recursive: true });
  const probe = await open(`${shelfDir()}/incoming/probe`, 'w');
  const handles = Object.getPrototypeOf(probe) as typeof probe;
  const write = vi
    .spyOn(handles, 'appendFile')
    .mockRejectedValue(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }));
  const fault = await keep(awa, 'x.pdf', aPdf()).catch((caught: unknown) => caught);
  write.mockRestore();
  await probe.close();
  expect(isDiskFull(fault)).toBe(true);
  const cut = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(aPdf());
      controller.error(new Error('aborted'));
    }
  });
  await expect(keepFile(awa, { name: 'x.pdf', size: null }, cut)).rejects.toMatchObject({
    reason: 'file-cut'
  });
  expect(incoming()).toEqual(['probe']);
  expect(await db.select().from(files).where(eq(files.personId, awa.personId))).toEqual([]);
});
