/** The look of a page that is taken away: it needs nothing else, in light, in dark and on paper. */

export const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

export const exportStyle = `:root{color-scheme:light dark;--paper:#fbfaf6;--ink:#1c2321;--soft:#5b6561;--line:#e2ded2;--accent:#1d5c48}
@media (prefers-color-scheme:dark){:root{--paper:#131716;--ink:#e9e7e0;--soft:#a2aca7;--line:#2c3431;--accent:#84cdb0}}
body{margin:0 auto;padding:1.5rem clamp(.875rem,4vw,3rem);max-width:46rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.6 Charter,'Bitstream Charter','Sitka Text',Cambria,'Noto Serif',serif;overflow-wrap:anywhere}
h1{font-size:1.7rem;line-height:1.25;margin:0}h2{font-size:1rem;margin:0}h2 a{color:inherit;text-decoration:none}
a{color:var(--accent)}.meta{color:var(--soft);font:.8125rem/1.5 system-ui,'Segoe UI','Noto Sans',sans-serif;margin:.25rem 0}
article{border-block-start:1px solid var(--line);padding-block:1rem}article:target{border-inline-start:3px solid var(--accent);padding-inline-start:1rem}
blockquote{margin-inline:0;padding-inline-start:1rem;border-inline-start:3px solid var(--line);color:var(--soft)}
pre{white-space:pre-wrap}table{border-collapse:collapse}td,th{border:1px solid var(--line);padding:.3rem .5rem;text-align:start}
@media print{:root{--paper:#fff;--ink:#000;--soft:#444;--line:#bbb;--accent:#000}body{max-width:none;padding:0;font-size:11pt}article{break-inside:auto}h2,.meta{break-after:avoid}a{text-decoration:none}}`;

/** What leads to a page of ours leads there from anywhere. */
export const whole = (html: string, origin: string): string =>
  html.replaceAll('href="/', `href="${escape(origin)}/`);
