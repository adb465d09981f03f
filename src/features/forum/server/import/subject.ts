/** Marks that mail programs put before the subject of a reply, in the languages of our lists. */
const reply = String.raw`re|r|ré|rép|réf|aw|antw|antwort|sv|vs|odp|ynt|res|rsp|отв|ответ|رد|回复|回覆|答复`;
const forward = String.raw`fwd?|fw|tr|wg|rv|enc|i|vb|doorst|пересл|إعادة توجيه|转发|轉寄`;
const mark = new RegExp(
  String.raw`^(?:(${reply})|(${forward}))\s*(?:\[\d{1,3}\]|\(\d{1,3}\)|\^\d{1,3})?\s*[:：]\s*`,
  'iu'
);
const tag = /^\[[^[\]]{1,60}\]\s*/u;

export interface Subject {
  /** The subject without marks and list tags, as a title. */
  title: string;
  /** The same for comparing: without case, accents and runs of space. */
  key: string;
  marked: 'reply' | 'forward' | null;
}

/** `RE: [list] Fwd: Prime de zone éloignée (was: Salaires)` is about `Prime de zone éloignée`. */
export function readSubject(raw: string): Subject {
  let rest = raw.slice(0, 1000).replace(/\s+/gu, ' ').trim();
  let marked: Subject['marked'] = null;
  for (let steps = 0; steps < 40; steps += 1) {
    const found = mark.exec(rest);
    if (found) {
      marked ??= found[1] ? 'reply' : 'forward';
      rest = rest.slice(found[0].length);
    } else if (tag.test(rest) && rest.replace(tag, '').trim()) rest = rest.replace(tag, '');
    else break;
  }
  const title = rest
    .replace(/\s*\((?:was|war|était)\s*:[^()]*\)\s*$/iu, '')
    .replace(/\s*\(fwd\)\s*$/iu, '')
    .trim();
  const key = title
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return { title: title || rest || raw.trim(), key, marked };
}
