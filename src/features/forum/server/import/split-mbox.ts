/** One message of an mbox as it stands, or, when it is larger than `most`, only that it was there. */
export type RawMessage = { separator: string; bytes: Buffer; tooLarge: false } | { separator: string; bytes: null; tooLarge: true };

export const mostBytes = 25 * 1024 * 1024;

/** `From somebody@example.org Fri Nov 11 11:16:11 2005`, with or without a zone, before or after the year. */
const separatorLine = /^From \S.*\s(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\s+(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\s+\d{1,2}\s+\d{1,2}:\d{2}(?::\d{2})?\s.*\d{4}/;
const headerLine = /^(?:>?From |[!-9;-~]+:)/;

/**
 * Splits an mbox into messages, holding one at a time. A `From ` line is a separator only if it carries a date and a
 * header follows: a sentence that begins with "From" stays where it was written. `>From ` is undone (mboxrd).
 * A last message that was cut off by a broken archive is not given: `isWhole` is asked at the end.
 */
export async function* splitMbox(chunks: AsyncIterable<Buffer>, isWhole: () => boolean = () => true, most = mostBytes): AsyncGenerator<RawMessage> {
  let separator: string | null = null;
  let candidate: Buffer | null = null;
  let lines: Buffer[] = [];
  let size = 0;

  const message = (): RawMessage =>
    size > most ? { separator: separator!, bytes: null, tooLarge: true } : { separator: separator!, bytes: Buffer.concat(lines), tooLarge: false };
  const keep = (line: Buffer) => {
    size += line.length;
    if (size <= most) lines.push(unquoted(line));
    else lines = [];
  };

  for await (const line of splitLines(chunks)) {
    if (candidate) {
      if (headerLine.test(line.toString('latin1', 0, 200))) {
        if (separator !== null) yield message();
        separator = candidate.toString('latin1').trimEnd();
        lines = [];
        size = 0;
      } else if (separator !== null) keep(candidate);
      candidate = null;
    }
    if (line.length < 400 && line[0] === 0x46 && separatorLine.test(line.toString('latin1'))) candidate = line;
    // What stands before the first separator belongs to no message.
    else if (separator !== null) keep(line);
  }
  if (candidate && separator !== null) keep(candidate);
  if (separator !== null && isWhole()) yield message();
}

/** Lines with their line feed. A line that does not end is given in pieces of a megabyte, so that none fills memory. */
async function* splitLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const longest = 1024 * 1024;
  let rest = Buffer.alloc(0);
  for await (const chunk of chunks) {
    const bytes = rest.length ? Buffer.concat([rest, chunk]) : chunk;
    let start = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, start)) {
      yield bytes.subarray(start, end + 1);
      start = end + 1;
    }
    rest = bytes.subarray(start);
    if (rest.length > longest) {
      yield rest;
      rest = Buffer.alloc(0);
    }
  }
  if (rest.length) yield rest;
}

function unquoted(line: Buffer): Buffer {
  return line[0] === 0x3e && /^>+From /.test(line.toString('latin1', 0, 80)) ? line.subarray(1) : line;
}
