import { crc32, createDeflateRaw, inflateRawSync } from 'node:zlib';

/** A file that goes into a ZIP: its name (with `/`, never from outside), and its bytes as they come. */
export interface ZipFile {
  name: string;
  chunks: AsyncIterable<Uint8Array | string>;
}

const largest = 0xffffffff;

/**
 * A ZIP, written while it is read: sizes follow each file, the directory comes last, nothing is gathered in memory.
 * The same files in the same order with the same `at` are the same bytes. At most 4 GiB: beyond, it throws.
 */
export async function* zipOf(files: AsyncIterable<ZipFile>, at: Date): AsyncGenerator<Uint8Array> {
  const directory: Buffer[] = [];
  let offset = 0;
  for await (const { name, chunks } of files) {
    const shared = head(Buffer.byteLength(name), at);
    const local = Buffer.concat([u32(0x04034b50), shared(0, 0, 0), Buffer.from(name)]);
    yield local;
    const seen = { crc: 0, bytes: 0 };
    let packed = 0;
    for await (const chunk of deflated(counted(chunks, seen))) {
      packed += chunk.length;
      yield chunk;
    }
    const start = offset;
    offset += local.length + packed + 16;
    if (offset > largest || seen.bytes > largest) throw new Error('a ZIP of more than 4 GiB');
    yield Buffer.concat([u32(0x08074b50), u32(seen.crc), u32(packed), u32(seen.bytes)]);
    const ends = Buffer.alloc(14);
    // "Made by" a system whose files are text and readable; the rest of these fields stays 0.
    ends.writeUInt32LE(start, 10);
    directory.push(
      Buffer.concat([u32(0x02014b50), u16(20), shared(seen.crc, packed, seen.bytes), ends, Buffer.from(name)])
    );
  }
  const list = Buffer.concat(directory);
  yield list;
  const count = u16(directory.length);
  yield Buffer.concat([u32(0x06054b50), u32(0), count, count, u32(list.length), u32(offset), u16(0)]);
}

const u16 = (value: number) => Buffer.from([value & 0xff, (value >> 8) & 0xff]);
const u32 = (value: number) => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value >>> 0);
  return bytes;
};

/** What the local header and the directory say alike. Flags: sizes follow the bytes, names are UTF-8. */
function head(nameLength: number, at: Date) {
  const day = ((at.getUTCFullYear() - 1980) << 9) | ((at.getUTCMonth() + 1) << 5) | at.getUTCDate();
  const time = (at.getUTCHours() << 11) | (at.getUTCMinutes() << 5) | (at.getUTCSeconds() >> 1);
  return (crc: number, packed: number, bytes: number) =>
    Buffer.concat([
      u16(20),
      u16(0x0808),
      u16(8),
      u16(time),
      u16(day),
      u32(crc),
      u32(packed),
      u32(bytes),
      u16(nameLength),
      u16(0)
    ]);
}

async function* counted(chunks: ZipFile['chunks'], seen: { crc: number; bytes: number }) {
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    seen.crc = crc32(bytes, seen.crc);
    seen.bytes += bytes.length;
    yield bytes;
  }
}

/** Fed a chunk at a time, and only when the one before has been taken: a slow reader slows the writing. */
async function* deflated(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const deflate = createDeflateRaw({ level: 6 });
  const fed = (async () => {
    for await (const chunk of chunks)
      if (!deflate.write(chunk)) await new Promise((drained) => deflate.once('drain', drained));
    deflate.end();
  })().catch((fault: Error) => void deflate.destroy(fault));
  for await (const packed of deflate) yield packed as Uint8Array;
  await fed;
}

/** The files of a ZIP as written here, by name. Throws on what is no ZIP, or was cut; `most` bounds what it unpacks to. */
export function readZip(zip: Buffer, most = 2 ** 30): Map<string, Buffer> {
  const end = zip.lastIndexOf(u32(0x06054b50));
  if (end < 0 || end + 22 > zip.length) throw new Error('This is not a ZIP file, or it was cut.');
  const files = new Map<string, Buffer>();
  let left = most;
  for (let at = zip.readUInt32LE(end + 16), read = zip.readUInt16LE(end + 10); read > 0; read -= 1) {
    if (zip.readUInt32LE(at) !== 0x02014b50) throw new Error('The directory of this ZIP is damaged.');
    const [method, crc, packed, bytes] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 16),
      zip.readUInt32LE(at + 20),
      zip.readUInt32LE(at + 24)
    ];
    const next = at + 46 + zip.readUInt16LE(at + 28);
    const name = zip.toString('utf8', at + 46, next);
    const local = zip.readUInt32LE(at + 42);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    if ((left -= bytes) < 0) throw new Error('This ZIP unpacks to more than is looked at.');
    const raw = zip.subarray(start, start + packed);
    const content = method === 8 ? inflateRawSync(raw, { maxOutputLength: Math.max(bytes, 1) }) : raw;
    if (content.length !== bytes || crc32(content) !== crc)
      throw new Error(`The file ${name} of this ZIP is damaged.`);
    files.set(name, content);
    at = next + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return files;
}
