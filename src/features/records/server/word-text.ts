/** Pieces of WordprocessingML (ECMA-376): runs and paragraphs, each with the language and direction of what it says. */
import type { Direction } from '#lib/dir.ts';

export interface Tongue {
  lang: string;
  dir: Direction;
}

export interface Look {
  bold?: boolean;
  italic?: boolean;
  strike?: boolean;
  code?: boolean;
}

/** Text of an XML document: control characters, which XML cannot hold, become nothing. */
export const xml = (text: string): string =>
  text

    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
    .toWellFormed()
    .replace(/[&<>"]/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** A run; its line breaks are breaks. Word reads the language of right-to-left text from `bidi`. */
export function run(text: string, { lang, dir }: Tongue, look: Look = {}): string {
  const properties = [
    look.code ? '<w:rStyle w:val="Code"/>' : '',
    look.bold ? '<w:b/><w:bCs/>' : '',
    look.italic ? '<w:i/><w:iCs/>' : '',
    look.strike ? '<w:strike/>' : '',
    dir === 'rtl' ? '<w:rtl/>' : '',
    `<w:lang ${dir === 'rtl' ? 'w:bidi' : 'w:val'}="${xml(lang)}"/>`
  ].join('');
  return text
    .split('\n')
    .map(
      (line, index) =>
        `<w:r><w:rPr>${properties}</w:rPr>${index > 0 ? '<w:br/>' : ''}<w:t xml:space="preserve">${xml(line)}</w:t></w:r>`
    )
    .join('');
}

export const paragraph = (
  runs: string,
  { dir }: Pick<Tongue, 'dir'>,
  { style = '', indent = 0 }: { style?: string; indent?: number } = {}
): string =>
  `<w:p><w:pPr>${style ? `<w:pStyle w:val="${style}"/>` : ''}${dir === 'rtl' ? '<w:bidi/>' : ''}${indent > 0 ? `<w:ind w:left="${indent * 360}"/>` : ''}</w:pPr>${runs}</w:p>`;

/** A table whose columns are as wide as they must be; the first row is repeated on every page. */
export function wordTable(rows: string[][], tongue: Tongue): string {
  const cell = (text: string, head: boolean) =>
    `<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/></w:tcPr>${paragraph(run(text, tongue, { bold: head }), tongue, { style: 'Cell' })}</w:tc>`;
  return `<w:tbl><w:tblPr><w:tblStyle w:val="Grid"/>${tongue.dir === 'rtl' ? '<w:bidiVisual/>' : ''}<w:tblW w:w="5000" w:type="pct"/><w:tblLook w:val="0020"/></w:tblPr><w:tblGrid>${(rows[0] ?? []).map(() => '<w:gridCol/>').join('')}</w:tblGrid>${rows
    .map(
      (cells, index) =>
        `<w:tr>${index === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells.map((text) => cell(text, index === 0)).join('')}</w:tr>`
    )
    .join('')}</w:tbl>${paragraph('', tongue)}`;
}
