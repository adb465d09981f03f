/** What stands around the text in a document of Word: types, links, styles, properties, the foot of the page. */
import { xml } from './word-text.ts';

const type = (name: string) => `application/vnd.openxmlformats-officedocument.wordprocessingml.${name}+xml`;
const link = (name: string) => `http://schemas.openxmlformats.org/officeDocument/2006/relationships/${name}`;

export const contentTypes = `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type('document.main')}"/><Override PartName="/word/styles.xml" ContentType="${type('styles')}"/><Override PartName="/word/footer1.xml" ContentType="${type('footer')}"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;

const links = (each: string) =>
  `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${each}</Relationships>`;
export const packageLinks = links(
  `<Relationship Id="rId1" Type="${link('officeDocument')}" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/>`
);
export const wordLinks = links(
  `<Relationship Id="rId1" Type="${link('styles')}" Target="styles.xml"/><Relationship Id="rId2" Type="${link('footer')}" Target="footer1.xml"/>`
);

export const properties = (title: string, lang: string, at: Date): string =>
  `<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${xml(title)}</dc:title><dc:creator>Palabre</dc:creator><dc:language>${xml(lang)}</dc:language><dcterms:created xsi:type="dcterms:W3CDTF">${at.toISOString().slice(0, 19)}Z</dcterms:created></cp:coreProperties>`;

const page = (code: string) =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`;
export const footer = (namespace: string, title: string): string =>
  `<w:ftr ${namespace}><w:p><w:pPr><w:pStyle w:val="About"/></w:pPr><w:r><w:t xml:space="preserve">${xml(title)} · </w:t></w:r>${page('PAGE')}<w:r><w:t>/</w:t></w:r>${page('NUMPAGES')}</w:p></w:ftr>`;

const style = (id: string, name: string, looks: string, kind = 'paragraph', based = 'Normal'): string =>
  `<w:style w:type="${kind}" w:styleId="${id}"${kind === 'paragraph' ? '' : ' w:customStyle="1"'}><w:name w:val="${name}"/>${kind === 'paragraph' ? `<w:basedOn w:val="${based}"/>` : ''}<w:qFormat/>${looks}</w:style>`;
const sized = (size: number, more = '') =>
  `<w:rPr>${more}<w:sz w:val="${size}"/><w:szCs w:val="${size}"/></w:rPr>`;
const heading = (level: number, size: number): string =>
  style(
    `Heading${level}`,
    `heading ${level}`,
    `<w:pPr><w:keepNext/><w:spacing w:before="${360 - level * 60}" w:after="60"/><w:outlineLvl w:val="${level - 1}"/></w:pPr>${sized(size, '<w:b/><w:bCs/>')}`
  );

/** The styles that Word knows by these names, so that a navigation pane and a table of contents work. */
export const styles = (namespace: string, locale: string): string =>
  `<w:styles ${namespace}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" w:cs="Times New Roman" w:eastAsia="Cambria"/><w:sz w:val="22"/><w:szCs w:val="22"/><w:lang w:val="${locale === 'ar' ? 'en-GB' : locale === 'fr' ? 'fr-FR' : 'en-GB'}" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="276" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>${[
    style('Title', 'Title', `<w:pPr><w:spacing w:after="120"/></w:pPr>${sized(40, '<w:b/><w:bCs/>')}`),
    heading(1, 30),
    heading(2, 26),
    heading(3, 22),
    heading(4, 22),
    style(
      'About',
      'About',
      `<w:pPr><w:spacing w:after="40"/></w:pPr>${sized(18, '<w:color w:val="5B6561"/>')}`
    ),
    style('Quote', 'Quote', '<w:pPr><w:ind w:left="567"/></w:pPr><w:rPr><w:i/><w:iCs/></w:rPr>'),
    style('Cell', 'Cell', `<w:pPr><w:spacing w:after="20"/></w:pPr>${sized(19)}`),
    style(
      'Correction',
      'Correction',
      '<w:pPr><w:pBdr><w:left w:val="single" w:sz="18" w:space="8" w:color="1D5C48"/></w:pBdr><w:ind w:left="284"/></w:pPr>'
    )
  ].join(
    ''
  )}<w:style w:type="character" w:customStyle="1" w:styleId="Code"><w:name w:val="Code"/><w:rPr><w:rFonts w:ascii="Consolas" w:hAnsi="Consolas" w:cs="Courier New"/></w:rPr></w:style><w:style w:type="table" w:customStyle="1" w:styleId="Grid"><w:name w:val="Grid"/><w:tblPr><w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="B5B0A3"/>`).join('')}</w:tblBorders><w:tblCellMar><w:left w:w="80" w:type="dxa"/><w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style></w:styles>`;
