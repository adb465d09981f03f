/** One message of an mbox as it stands, or, when it is larger than `most`, only that it was there. */
export interface RawMessage {
  separator: string;
  /** null: too large to be read. */
  bytes: Buffer | null;
}

export const mostBytes = 25 * 1024 * 1024;
/** A line that does not end is taken in pieces of this size, so that none fills memory. */
const longestLine = 1024 * 1024;

/** `From somebody@example.org Fri Nov 11 11:16:11 2005`, with or without a zone, before or after the year. */
const separatorLine =
  /^From \S.*\s(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+\d{1,2}\s+\d{1,2}:\d{2}(?::\d{2})?\s.*\d{4}/;
const headerLine = /^(?:>?From |[!-9;-~]+:)/;
const [F, greater, lineFeed] = [0x46, 0x3e, 0x0a];

/**
 * Splits an mbox into messages, holding one at a time. A `From ` line is a separator only if it carries a date and a
 * header follows: a sentence that begins with "From" stays where it was written. `>From ` is undone (mboxrd).
 * A last message that was cut off by a broken archive is not given: `isWhole` is asked at the end.
 */
export async function* splitMbox(
  chunks: AsyncIterable<Buffer>,
  isWhole: () => boolean = () => true,
  most = mostBytes
): AsyncGenerator<RawMessage> {
  const text = growing(most);
  let separator: string | null = null;
  let candidate: Buffer | null = null;
  let rest: Buffer = Buffer.alloc(0);

  for await (const chunk of endingIn(chunks)) {
    const bytes = rest.length ? Buffer.concat([rest, chunk]) : chunk;
    let plain = 0;
    let start = 0;
    for (let end = bytes.indexOf(lineFeed); end !== -1; end = bytes.indexOf(lineFeed, start)) {
      const next = end + 1;
      // Most lines are only passed over: what may matter begins with F or >, or follows what may be a separator.
      if (candidate || bytes[start] === F || bytes[start] === greater) {
        const line = bytes.subarray(start, next);
        text.add(bytes.subarray(plain, start));
        plain = start;
        if (candidate) {
          if (headerLine.test(line.toString('latin1', 0, 200))) {
            if (separator !== null) yield { separator, bytes: text.take() };
            text.take();
            separator = candidate.toString('latin1').trimEnd();
          } else text.add(candidate);
          candidate = null;
        }
        if (line[0] === F && line.length < 400 && separatorLine.test(line.toString('latin1'))) {
          candidate = Buffer.from(line);
          plain = next;
        } else if (line[0] === greater && /^>+From /.test(line.toString('latin1', 0, 80))) plain = start + 1;
      }
      start = next;
    }
    rest = bytes.subarray(start);
    text.add(bytes.subarray(plain, start));
    if (rest.length > longestLine) {
      text.add(rest);
      rest = Buffer.alloc(0);
    }
  }
  if (candidate) text.add(candidate);
  if (separator !== null && isWhole()) yield { separator, bytes: text.take() };
}

/** The chunks, and a line feed after the last: an mbox may end without one. */
async function* endingIn(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield* chunks;
  yield Buffer.from('\n');
}

/** Bytes gathered in one buffer, up to `most`; beyond it nothing is kept and `take` gives null. */
function growing(most: number) {
  let held = Buffer.alloc(64 * 1024);
  let size = 0;
  return {
    add(bytes: Buffer): void {
      if (size + bytes.length <= most && bytes.length > 0) {
        if (size + bytes.length > held.length)
          held = Buffer.concat(
            [held.subarray(0, size)],
            Math.min(most, Math.max(held.length * 2, size + bytes.length))
          );
        bytes.copy(held, size);
      }
      size += bytes.length;
    },
    take(): Buffer | null {
      const taken = size <= most ? Buffer.from(held.subarray(0, size)) : null;
      size = 0;
      if (held.length > 1024 * 1024) held = Buffer.alloc(64 * 1024);
      return taken;
    }
  };
}
