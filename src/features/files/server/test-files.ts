/** Files as people send them, honest and hostile, made for tests. */
import { deflateRawSync, crc32 } from 'node:zlib';

/** A zip as office programs write it; `unpacked` overstates what an entry unpacks to, as a bomb's does. */
export function aZip(
  entries: Record<string, string>,
  { stored = false, unpacked }: { stored?: boolean; unpacked?: number } = {}
): Buffer {
  const parts: Buffer[] = [];
  const list: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(entries)) {
    const plain = Buffer.from(text);
    const packed = stored ? plain : deflateRawSync(plain);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(20, 4);
    local.writeUInt16LE(stored ? 0 : 8, 8);
    local.writeUInt32LE(crc32(plain), 14);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(unpacked ?? plain.length, 22);
    local.writeUInt16LE(Buffer.byteLength(name), 26);
    const central = Buffer.alloc(46);
    central.writeUInt32LE(0x02014b50, 0);
    central.writeUInt16LE(20, 6);
    central.writeUInt16LE(stored ? 0 : 8, 10);
    central.writeUInt32LE(crc32(plain), 16);
    central.writeUInt32LE(packed.length, 20);
    central.writeUInt32LE(unpacked ?? plain.length, 24);
    central.writeUInt16LE(Buffer.byteLength(name), 28);
    central.writeUInt32LE(at, 42);
    parts.push(local, Buffer.from(name), packed);
    list.push(central, Buffer.from(name));
    at += 30 + Buffer.byteLength(name) + packed.length;
  }
  const directory = Buffer.concat(list);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(entries).length, 8);
  end.writeUInt16LE(Object.keys(entries).length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, directory, end]);
}

const types =
  '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
export const aDocx = (more: Record<string, string> = {}, unpacked?: number): Buffer =>
  aZip({ '[Content_Types].xml': types, 'word/document.xml': '<w:document/>', ...more }, { unpacked });
export const aSheet = (): Buffer => aZip({ '[Content_Types].xml': types, 'xl/workbook.xml': '<workbook/>' });
export const slides = (): Buffer =>
  aZip({ '[Content_Types].xml': types, 'ppt/presentation.xml': '<p:presentation/>' });
export const anOdt = (): Buffer =>
  aZip(
    { mimetype: 'application/vnd.oasis.opendocument.text', 'content.xml': '<office:document-content/>' },
    { stored: true }
  );

export const aPdf = (words = 'Budget 2026'): Buffer => Buffer.from(`%PDF-1.7\n% ${words}\n%%EOF\n`);

/** A whole PNG, one pixel, with room for `more` behind its end. */
export const aPng = (more = ''): Buffer =>
  Buffer.concat([
    Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64'
    ),
    Buffer.from(more)
  ]);
export const aGif = (more = ''): Buffer =>
  Buffer.concat([
    Buffer.from('R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7', 'base64'),
    Buffer.from(more)
  ]);
export const aJpeg = (): Buffer =>
  Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0000b080020003001011100ffd9', 'hex');
export const aWebp = (): Buffer => Buffer.from('UklGRhoAAABXRUJQVlA4TA0AAAAvAAAAEAcQERGIiP4HAA==', 'base64');

/** Bytes on their way, in chunks as a network brings them. */
export function sent(bytes: Uint8Array, chunk = 64 * 1024): ReadableStream<Uint8Array> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= bytes.length) return controller.close();
      controller.enqueue(bytes.subarray(at, (at += chunk)));
    }
  });
}
