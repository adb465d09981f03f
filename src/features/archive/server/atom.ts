/** Atom (RFC 4287), written by hand: a dozen elements, each text escaped. */
export interface AtomEntry {
  /** A UUID. */
  id: string;
  title: string;
  lang: string;
  author: string;
  address: string;
  published: string;
  updated: string;
  /** HTML that is safe to show. */
  html: string;
}

export interface AtomFeed {
  id: string;
  title: string;
  lang: string;
  self: string;
  address: string;
  updated: string;
  entries: AtomEntry[];
}

/** What XML 1.0 allows, and nothing of it as markup. */
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

export const atomOf = (feed: AtomFeed): string => `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(feed.lang)}">
<id>urn:uuid:${escaped(feed.id)}</id>
<title>${escaped(feed.title)}</title>
<updated>${feed.updated}</updated>
<generator>Palabre</generator>
<author><name>Palabre</name></author>
<link rel="self" type="application/atom+xml" href="${escaped(feed.self)}"/>
<link rel="alternate" type="text/html" href="${escaped(feed.address)}"/>
${feed.entries.map(entryOf).join('')}</feed>
`;

const entryOf = (entry: AtomEntry): string => `<entry xml:lang="${escaped(entry.lang)}">
<id>urn:uuid:${escaped(entry.id)}</id>
<title>${escaped(entry.title)}</title>
<author><name>${escaped(entry.author)}</name></author>
<link rel="alternate" type="text/html" href="${escaped(entry.address)}"/>
<published>${entry.published}</published>
<updated>${entry.updated}</updated>
<content type="html">${escaped(entry.html)}</content>
</entry>
`;
