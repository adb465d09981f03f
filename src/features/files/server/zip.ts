import type { FileHandle } from 'node:fs/promises';
import { Refusal } from '#lib/refusal.ts';
import type { FileType } from '../files.ts';

/** Office files are zips. Their list of names is read, within these bounds, and nothing is unpacked. */
const most = { entries: 5000, listBytes: 2 * 1024 * 1024, unpackedBytes: 300 * 1024 * 1024 };
const endMark = 0x06054b50;
const entryMark = 0x02014b50;
const endLength = 22;

const openXml = 'application/vnd.openxmlformats-officedocument' as const;
/** The one part that makes each what it is. */
const parts: Record<string, FileType> = {
  'word/document.xml': `${openXml}.wordprocessingml.document`,
  'xl/workbook.xml': `${openXml}.spreadsheetml.sheet`,
  'ppt/presentation.xml': `${openXml}.presentationml.presentation`
};
const odt = 'application/vnd.oasis.opendocument.text';

/**
 * Which office document a zip is; null for any other zip. Refuses one that would unpack to more than any document
 * weighs (a bomb), and one that carries macros, which run on the reader's machine.
 */
export async function officeTypeOf(
  handle: FileHandle,
  bytes: number,
  head: Buffer
): Promise<FileType | null> {
  const entries = await listEntries(handle, bytes);
  if (!entries) return null;
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > most.unpackedBytes)
    throw new Refusal('invalid', 'file-bomb', 'file');
  const names = entries.map(({ name }) => name);
  if (names.some((name) => /^\/|^[a-z]:|\\|(^|\/)\.\.(\/|$)/i.test(name))) return null;
  if (names.some((name) => /(^|\/)(vbaProject\.bin|Basic\/script-lc\.xml)$/i.test(name)))
    throw new Refusal('invalid', 'file-macros', 'file');
  // ODF: the first entry is named `mimetype`, is not compressed, and holds the type.
  if (head.toString('latin1', 30, 38 + odt.length) === `mimetype${odt}`)
    return names.includes('content.xml') ? odt : null;
  if (!names.includes('[Content_Types].xml')) return null;
  return parts[names.find((name) => name in parts) ?? ''] ?? null;
}

/** The names and unpacked sizes that the zip's directory lists; null when it is no zip that an office program writes. */
async function listEntries(
  handle: FileHandle,
  bytes: number
): Promise<{ name: string; unpacked: number }[] | null> {
  const tail = Buffer.alloc(Math.min(bytes, endLength + 0xffff));
  await handle.read(tail, 0, tail.length, bytes - tail.length);
  let end = tail.length - endLength;
  while (end >= 0 && tail.readUInt32LE(end) !== endMark) end -= 1;
  if (end < 0) return null;
  const [count, length, start] = [
    tail.readUInt16LE(end + 10),
    tail.readUInt32LE(end + 12),
    tail.readUInt32LE(end + 16)
  ];
  // Nothing hangs on behind the end, and the directory lies where the end says.
  if (end + endLength + tail.readUInt16LE(end + 20) !== tail.length) return null;
  if (count > most.entries || length > most.listBytes || start + length > bytes) return null;
  const list = Buffer.alloc(length);
  await handle.read(list, 0, length, start);
  const entries = [];
  for (let at = 0, read = 0; read < count; read += 1) {
    if (at + 46 > length || list.readUInt32LE(at) !== entryMark) return null;
    const nameEnd = at + 46 + list.readUInt16LE(at + 28);
    entries.push({ name: list.toString('utf8', at + 46, nameEnd), unpacked: list.readUInt32LE(at + 24) });
    at = nameEnd + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32);
  }
  return entries;
}
