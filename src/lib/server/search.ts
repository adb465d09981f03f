/**
 * Words as people look for them: without accents, case, hamza or article, in every language we serve. The same
 * words go into the index and into the query, so both databases find the same and neither needs a dictionary.
 */
export const searchLimits = { query: 200, words: 20, word: 64 } as const;

/** One word of a query: any of its forms will do; of the last word the beginning is enough. */
export interface SearchWord {
  forms: string[];
  prefix: boolean;
}

// Words for which nobody searches; without them a sentence finds what its other words find.
const tooCommon = new Set(
  `a an the of in on at to for and or with by from is are was were be how what why which that this we our their it its
  le la les un une des du de au aux en et ou dans sur pour par avec que qui quoi comment pourquoi ce ces cette est sont nous notre leur
  el los las una unos unas del al y o con para por como que se es son nuestro su sus
  и в на с по о об от до из за к для как что это не или мы наш их
  في من على عن الى ما هل كيف التي الذي هذا هذه مع
  的 了 和 在 是 与 及 或 对`.split(/\s+/)
);

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });
const ligatures: Record<string, string> = {
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ı: 'i',
  ٱ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ة: 'ه'
};
const scriptRuns = /\p{Script=Han}+|[^\p{Script=Han}]+/gu;

/** Every form under which `text` can be found, in the order of the text, for the index. */
export function searchTokens(text: string): string[] {
  const tokens: string[] = [];
  for (const { word, han } of words(text))
    if (han) tokens.push(...word, ...pairs(word));
    else tokens.push(...forms(word));
  return tokens;
}

/** The words to look for, at most 20 of the first 200 characters. Empty when the text has no word at all. */
export function searchWords(text: string): SearchWord[] {
  // Two neighbours at a time: Chinese is found wherever its words begin, and not by characters strewn about.
  const found = words(text.slice(0, searchLimits.query)).flatMap(({ word, han }) =>
    (han && pairs(word).length > 0 ? pairs(word) : [word]).map((part) => ({
      word: part,
      forms: han ? [part] : forms(part),
      han
    }))
  );
  const telling = found.filter(({ word }) => !tooCommon.has(word));
  const kept = (telling.length > 0 ? telling : found).slice(0, searchLimits.words);
  return kept.map(({ forms, han }, at) => ({
    forms,
    prefix: at === kept.length - 1 && !han && forms[0].length > 1
  }));
}

function words(text: string): { word: string; han: boolean }[] {
  const folded = fold(text);
  const found: { word: string; han: boolean }[] = [];
  for (const run of anyHan.test(folded) ? (folded.match(scriptRuns) ?? []) : [folded]) {
    if (startsHan.test(run)) found.push({ word: run, han: true });
    else
      for (const word of unspaced.test(run) ? segmented(run) : (run.match(letters) ?? []))
        // Of "l'hôpital" a lone letter is left (l', d', 's), which says nothing.
        if (word.length > 1 || !loneLetter.test(word))
          found.push({ word: word.slice(0, searchLimits.word), han: false });
  }
  return found;
}

const anyHan = /\p{Script=Han}/u;
const startsHan = /^\p{Script=Han}/u;
const letters = /[\p{L}\p{N}]+/gu;
const loneLetter = /^[a-z]$/;
/**
 * A letter of a script that may be written without spaces, or that the segmenter knows more about than that words end
 * where letters and digits end. All other text is cut by that alone: the same words, ten times faster (a test compares).
 */
const unspaced =
  /[[\p{L}\p{N}]--[[\p{L}&&[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Greek}\p{Script=Hebrew}]]0-9]]/v;

/** The words of a text by the segmenter, which keeps "3.5" and "can't" whole: their parts are what is looked for. */
export function segmented(run: string): string[] {
  const found: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(run))
    if (isWordLike) found.push(...(segment.match(letters) ?? []));
  return found;
}

/** For the test: whether a text is cut without the segmenter, and how. */
export const cutByLetters = (run: string): string[] | null =>
  unspaced.test(run) ? null : (run.match(letters) ?? []);

/** NFKD without marks (accents, hamza on its seat, harakat), tatweel and invisible characters, in lower case. */
function fold(text: string): string {
  if (ascii.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}\u0640]/gu, '')
    .replace(/[œæßøłđıٱىیکة]/gu, (letter) => ligatures[letter])
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .normalize('NFC');
}

const ascii = /^[\0-\x7f]*$/;

const pairs = (run: string): string[] => {
  const characters = [...run];
  return characters.slice(1).map((character, at) => characters[at] + character);
};

/** A word and what it may be without its plural, its ending or what Arabic writes together with it. Never empty. */
function forms(word: string): string[] {
  const before = known.get(word);
  if (before) return before;
  const found = formsOf(word);
  // People use the same few thousand words; a stranger who uses a million others must not fill the memory.
  if (known.size >= mostKnown) known.clear();
  known.set(word, found);
  return found;
}

const known = new Map<string, string[]>();
const mostKnown = 50_000;

function formsOf(word: string): string[] {
  if (/^[a-z]{4,}$/.test(word)) return latinForms(word);
  if (/^\p{Script=Arabic}+$/u.test(word)) return arabicForms(word);
  if (/^\p{Script=Cyrillic}{5,}$/u.test(word)) return unique([word, word.replace(cyrillicEnding, '$1')]);
  return [word];
}

/** Plurals of English, French and Spanish, lightly: nurses, policies, midwives, hôpitaux, profesionales. */
function latinForms(word: string): string[] {
  if (word.endsWith('aux')) return [word, `${word.slice(0, -3)}al`];
  if (!/[^s]s$/.test(word)) return [word];
  const found = [word.slice(0, -1)];
  if (word.endsWith('ies')) found.push(`${word.slice(0, -3)}y`);
  else if (word.endsWith('ves')) found.push(`${word.slice(0, -3)}fe`);
  else if (word.endsWith('es') && word.length > 5) found.push(word.slice(0, -2));
  return found;
}

/** With and without و ف (and), ب ل ك (in, to, as) and the article; at least three letters must remain. */
function arabicForms(word: string): string[] {
  const bare = word.replaceAll('ء', '') || word;
  const found = [bare];
  for (const clitic of [/^[وف]?(ال|بال|كال|لل)/, /^[وف]?[بلك]/, /^[وف]/]) {
    const rest = bare.replace(clitic, '');
    if (rest.length >= 3) found.push(rest);
  }
  return unique(found);
}

const cyrillicEnding =
  /^(.{4,}?)(ами|ями|ах|ях|ам|ям|ов|ев|еи|ои|ом|ем|ого|его|ому|ему|ыми|ими|ых|их|ыи|ии|ая|яя|ое|ее|ые|ие|ую|юю|ию|ия|а|я|о|е|и|ы|у|ю|ь)$/;

const unique = (list: string[]): string[] => [...new Set(list)];
