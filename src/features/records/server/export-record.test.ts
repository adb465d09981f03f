import { createHash } from 'node:crypto';
import { afterEach, expect, it } from 'vitest';
import { guest } from '#features/people/people.ts';
import { aDelegate, aSession } from '#features/sessions/server/test-world.ts';
import { postStatement } from '#features/statements/server/post-statement.ts';
import { newId } from '#lib/id.ts';
import { overwriteGetLocale } from '#lib/paraglide/runtime.js';
import { readZip } from '#lib/server/zip.ts';
import type { RecordFormat } from '../record.ts';
import { closeSession } from './close-session.ts';
import { decideAmendment } from './decide-amendment.ts';
import { exportRecord } from './export-record.ts';
import { proposeAmendment } from './propose-amendment.ts';
import { readRecordBytes } from './read-record.ts';

const origin = 'https://palabre.example';
const body = [
  '# A heading',
  'The **district** signs, see [the form](/threads/1) & <b>more</b>.',
  '',
  '1. First',
  '2. Second',
  '',
  '> Quoted'
].join('\n');
const arabic = 'المنطقة توقّع خلال سبعة أيام.';

async function aRecord() {
  const { id: session, chair } = await aSession({ live: true, place: 'Dakar' });
  const senegal = await aDelegate('SN');
  const said = { session, lang: 'en', capacity: senegal.actingAs };
  await postStatement(senegal, { ...said, id: newId(), body });
  await postStatement(senegal, { ...said, id: newId(), body: arabic });
  await closeSession(chair, { session });
  const id = newId();
  await proposeAmendment(senegal, { ...said, id, passage: 'statement-1', text: 'The region <signs>.' });
  await decideAmendment(chair, {
    session,
    amendment: id,
    decision: 'accepted',
    capacity: chair.actingAs
  });
  return session;
}

const take = async (session: string, format: RecordFormat, edition?: number) => {
  const file = await exportRecord(guest, { session, format, edition, origin, who: newId() });
  return { ...file, text: Buffer.from(file.bytes).toString('utf8') };
};

/** Every tag is closed in order: what a program that reads XML asks for first. */
function isWellFormed(xml: string): boolean {
  const open: string[] = [];
  for (const [, close, name, rest] of xml.matchAll(/<(\/?)([\w:]+)((?:[^>"]|"[^"]*")*)>/g)) {
    if (close) {
      if (open.pop() !== name) return false;
    } else if (!rest.endsWith('/')) open.push(name);
  }
  return open.length === 0 && !/&(?!#\d+;)/.test(xml) && !/<(?![\w/?])/.test(xml);
}

afterEach(() => overwriteGetLocale(() => 'en'));

it('someone who takes a record along as a page, a text or for Word has all of it, the correction beside its passage, and what proves it', async () => {
  const session = await aRecord();
  const { hash } = await readRecordBytes(guest, session);
  for (const format of ['html', 'md'] as const) {
    const { text, name } = await take(session, format);
    expect(name).toMatch(new RegExp(`^Pooling-purchases-[0-9a-f]{6}\\.${format}$`));
    const at = (words: string) => {
      expect(text).toContain(words);
      return text.indexOf(words);
    };
    expect(at('Pooling purchases')).toBeLessThan(at('Opening'));
    expect(at('Ministry of SN')).toBeLessThan(at('Correction 1 (accepted)'));
    expect(at('Correction 1 (accepted)')).toBeLessThan(at(arabic));
    at(hash);
    at(`${origin}/threads/1`);
    expect(text).not.toContain('<b>more');
    expect(text).not.toContain('<signs>');
  }
  expect((await take(session, 'html')).text).toContain(`lang="ar" dir="rtl"`);
});

it('the file for Word opens: its parts are there, well-formed, in the language and direction of what was said', async () => {
  overwriteGetLocale(() => 'ar');
  const session = await aRecord();
  const { bytes } = await take(session, 'docx');
  const parts = readZip(Buffer.from(bytes));
  expect([...parts.keys()]).toEqual([
    '[Content_Types].xml',
    '_rels/.rels',
    'docProps/core.xml',
    'word/_rels/document.xml.rels',
    'word/styles.xml',
    'word/footer1.xml',
    'word/document.xml'
  ]);
  for (const [name, content] of parts) expect([name, isWellFormed(content.toString())]).toEqual([name, true]);
  const text = parts.get('word/document.xml')!.toString();
  const styles = parts.get('word/styles.xml')!.toString();
  for (const [, style] of text.matchAll(/<w:(?:p|r|tbl)Style w:val="(\w+)"/g))
    expect(styles).toContain(`w:styleId="${style}"`);
  expect(text).toContain('<w:bidi/></w:sectPr>');
  expect(text).toMatch(/<w:b\/><w:bCs\/><w:lang w:val="en"\/><\/w:rPr><w:t xml:space="preserve">district</);
  expect(text).toMatch(
    new RegExp(`<w:rtl/><w:lang w:bidi="ar"/></w:rPr><w:t xml:space="preserve">${arabic}`)
  );
  expect(text).toContain('1. ');
  expect(text).toContain(`(${origin}/threads/1)`);
});

it('the same edition is the same file each time; an earlier edition is without what came after it; another language has other words', async () => {
  const session = await aRecord();
  const digest = async (format: RecordFormat, edition?: number) =>
    createHash('sha256')
      .update((await take(session, format, edition)).bytes)
      .digest('hex');
  for (const format of ['html', 'md', 'docx'] as const) {
    expect(await digest(format)).toBe(await digest(format, 2));
    expect(await digest(format, 1)).not.toBe(await digest(format, 2));
  }
  expect((await take(session, 'md', 1)).text).not.toContain('The region');
  overwriteGetLocale(() => 'fr');
  const { text } = await take(session, 'html');
  expect(text).toContain('<html lang="fr" dir="ltr">');
  expect(text).toContain('Ordre du jour');
});

it("a members' session is not taken along by a guest, and an edition that does not exist by nobody", async () => {
  const { id, chair } = await aSession({ live: true, audience: 'members' });
  await closeSession(chair, { session: id });
  await expect(take(id, 'docx')).rejects.toMatchObject({ code: 'not-found' });
  const ask = { session: id, format: 'md', origin, who: chair.personId } as const;
  await expect(exportRecord(chair, { ...ask, edition: 2 })).rejects.toMatchObject({ code: 'not-found' });
  await expect(exportRecord(chair, ask)).resolves.toMatchObject({ type: 'text/markdown; charset=utf-8' });
});
