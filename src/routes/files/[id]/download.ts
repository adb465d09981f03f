/** How a download is told to a browser: its name in any script (RFC 6266, RFC 5987), and a part of it (RFC 9110). */

/** `filename*` carries the name as it is; `filename` is for programs that do not know it, in plain letters. */
export function dispositionOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/**
 * The one range that is asked for. null: all of it, also when several are asked for, when the range is not
 * understood, or when it is of another file than this. `beyond`: nothing of the file lies in it.
 */
export function rangeOf(
  range: string | null,
  ifRange: string | null,
  { bytes, sha256 }: { bytes: number; sha256: string }
): { start: number; end: number } | 'beyond' | null {
  const found = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(range ?? '');
  if (!found || (!found[1] && !found[2]) || (ifRange !== null && ifRange !== `"${sha256}"`)) return null;
  const [, first, last] = found;
  if (!first) {
    const length = Math.min(Number(last), bytes);
    return length === 0 ? 'beyond' : { start: bytes - length, end: bytes - 1 };
  }
  const start = Number(first);
  const end = last ? Math.min(Number(last), bytes - 1) : bytes - 1;
  if (start >= bytes) return 'beyond';
  return end < start ? null : { start, end };
}
