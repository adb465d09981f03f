const labels: Record<string, string> = {
  en: 'Quoted message',
  fr: 'Message cité',
  es: 'Mensaje citado',
  pt: 'Mensagem citada',
  ar: 'الرسالة المقتبسة',
  ru: 'Цитируемое сообщение',
  zh: '引用的邮件'
};
/** A quote of a line or two is part of what is said; a longer one is the mail that was answered. */
const short = 200;

/**
 * Folds the long quotes of an imported mail, so that one reads what its sender wrote; a press, or no script at all,
 * opens them. `html` is what renderMarkdown made. The label is in the language of the post: nothing depends on the reader.
 */
export function foldQuotes(html: string, lang: string): string {
  const known = Object.hasOwn(labels, lang);
  const summary = `<summary${known ? '' : ' lang="en" dir="ltr"'}>${known ? labels[lang] : labels.en}</summary>`;
  let depth = 0;
  let began = 0;
  let done = 0;
  let folded = '';
  for (const tag of html.matchAll(/<(\/?)blockquote\b[^>]*>/g)) {
    if (!tag[1] && (depth += 1) === 1) began = tag.index;
    if (!tag[1] || (depth -= 1) !== 0) continue;
    const end = tag.index + tag[0].length;
    const quote = html.slice(began, end);
    folded +=
      html.slice(done, began) +
      (wordsOf(quote) > short ? `<details class="quoted">${summary}${quote}</details>` : quote);
    done = end;
  }
  return folded + html.slice(done);
}

const wordsOf = (html: string): number => html.replace(/<[^>]*>/g, '').length;
