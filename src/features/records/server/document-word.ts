import type { Block, Written } from '#features/sessions/chapter-text.ts';
import { zipOf, type ZipFile } from '#lib/server/zip.ts';
import type { CorrectionText, RecordDocument } from './compose-document.ts';
import { wordMarkdown } from './word-markdown.ts';
import { contentTypes, footer, packageLinks, properties, styles, wordLinks } from './word-package.ts';
import { paragraph, run, wordTable, type Tongue } from './word-text.ts';

const namespace =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

/** A document of Word (Office Open XML, transitional). The same document at the same moment is the same bytes. */
export async function documentWord(document: RecordDocument, at: Date): Promise<Uint8Array> {
  const parts: [string, string][] = [
    ['[Content_Types].xml', contentTypes],
    ['_rels/.rels', packageLinks],
    ['docProps/core.xml', properties(document.title.text, document.title.lang, at)],
    ['word/_rels/document.xml.rels', wordLinks],
    ['word/styles.xml', styles(namespace, document.locale)],
    ['word/footer1.xml', footer(namespace, document.title.text)],
    [
      'word/document.xml',
      `<w:document ${namespace}><w:body>${bodyOf(document)}<w:sectPr><w:footerReference w:type="default" r:id="rId2"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1304" w:right="1304" w:bottom="1304" w:left="1304" w:header="708" w:footer="708" w:gutter="0"/>${document.dir === 'rtl' ? '<w:bidi/>' : ''}</w:sectPr></w:body></w:document>`
    ]
  ];
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipOf(filesOf(parts), at)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* filesOf(parts: [string, string][]): AsyncGenerator<ZipFile> {
  for (const [name, content] of parts)
    yield {
      name,
      chunks: (async function* () {
        yield `${head}${content}`;
      })()
    };
}

function bodyOf(document: RecordDocument): string {
  const { title, about, corrections, chapters, forum, proof, address } = document;
  const own: Tongue = { lang: document.locale, dir: document.dir };
  const { origin } = new URL(address);
  const small = (text: string) => paragraph(run(text, own), own, { style: 'About' });
  const said = (written: Written): string =>
    written.markdown
      ? wordMarkdown(written.text, written, origin)
      : paragraph(run(written.text, written), written);
  const correction = (each: CorrectionText): string =>
    [
      paragraph(run(each.title, own, { bold: true }), own, { style: 'Correction' }),
      ...each.about.map(small),
      paragraph(run(each.words.text, each.words), each.words, { style: 'Correction' }),
      ...each.notes.map(small)
    ].join('');
  const one = (block: Block | CorrectionText): string => {
    if (block.kind === 'heading') return paragraph(run(block.text, own), own, { style: 'Heading2' });
    if (block.kind === 'line') return paragraph(run(block.text, own), own);
    if (block.kind === 'correction') return correction(block);
    if (block.kind === 'table') return wordTable([block.head, ...block.rows.map(({ cells }) => cells)], own);
    return [
      block.passage ? paragraph(run(block.passage.label, own), own, { style: 'Heading3' }) : '',
      block.about.length ? small(block.about.join(' · ')) : '',
      ...block.words.map(said),
      ...(block.notes ?? []).map(small)
    ].join('');
  };
  return [
    small(forum),
    paragraph(run(title.text, title), title, { style: 'Title' }),
    ...about.map(small),
    ...corrections.map(correction),
    ...chapters.flatMap(({ title: name, blocks }) => [
      paragraph(run(name, own), own, { style: 'Heading1' }),
      ...blocks.map(one)
    ]),
    small(address),
    small(proof)
  ].join('');
}
