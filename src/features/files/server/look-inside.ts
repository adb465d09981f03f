import type { FileHandle } from 'node:fs/promises';
import type { FileType } from '../files.ts';
import { gifSize, jpegSize, pngSize, webpSize, type Size } from './picture.ts';
import { officeTypeOf } from './zip.ts';

/** What a file is by its bytes; `size` of a picture. null: nothing that we keep. */
export interface Content {
  type: FileType;
  size: Size | null;
}

/** How much of a file is looked at for a picture's size: cameras put up to 64 kB of their own before it. */
const headBytes = 256 * 1024;

const signatures: [string, (head: Buffer) => Content | null][] = [
  ['%PDF-', () => ({ type: 'application/pdf', size: null })],
  ['\x89PNG\r\n\x1a\n', (head) => picture('image/png', pngSize(head))],
  ['\xff\xd8\xff', (head) => picture('image/jpeg', jpegSize(head))],
  ['GIF87a', (head) => picture('image/gif', gifSize(head))],
  ['GIF89a', (head) => picture('image/gif', gifSize(head))],
  ['RIFF', (head) => picture('image/webp', webpSize(head))]
];

/** A picture whose size cannot be read is no picture: its first bytes alone are easily written before anything. */
const picture = (type: FileType, size: Size | null): Content | null =>
  size && size.width > 0 && size.height > 0 ? { type, size } : null;

/**
 * Tells the type from the first byte on, so that nothing stands before what it claims to be. Bounded: it reads at most
 * a quarter of a megabyte and a zip's list of names, and unpacks nothing.
 */
export async function lookInside(handle: FileHandle, bytes: number): Promise<Content | null> {
  const head = Buffer.alloc(Math.min(headBytes, bytes));
  await handle.read(head, 0, head.length, 0);
  const found = signatures.find(([mark]) => head.subarray(0, mark.length).toString('latin1') === mark);
  if (found) return found[1](head);
  if (head.subarray(0, 4).toString('latin1') !== 'PK\x03\x04') return null;
  const type = await officeTypeOf(handle, bytes, head);
  return type && { type, size: null };
}
