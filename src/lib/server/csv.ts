/** Comma-separated values after RFC 4180, for spreadsheets: start a file with `csvStart`, then one `csvRow` a line. */
export const csvStart = '\uFEFF';

export type Cell = string | number | null | undefined;

/** One line with its CRLF. */
export const csvRow = (cells: Cell[]): string => `${cells.map(csvCell).join(',')}\r\n`;

/**
 * A spreadsheet runs a cell that starts with = + - or @ (also after blanks, or full-width) as a formula, and people
 * write our texts: an apostrophe in front makes it text again. Numbers of ours are left as they are.
 */
function csvCell(cell: Cell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  const safe = /^[\s\p{Cf}]*[=+\-@＝＋－＠]|^[\t\r\n]/u.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
