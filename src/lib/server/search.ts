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
  return words(text).flatMap(({ word, han }) => (han ? [...word, ...pairs(word)] : forms(word)));
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
  const found: { word: string; han: boolean }[] = [];
  for (const [run] of fold(text).matchAll(scriptRuns)) {
    if (/^\p{Script=Han}/u.test(run)) found.push({ word: run, han: true });
    else
      for (const { segment, isWordLike } of segmenter.segment(run))
        if (isWordLike)
          // The segmenter keeps "l'hôpital" and "3.5" whole; a lone letter left of it (l', d', 's) says nothing.
          for (const [word] of segment.matchAll(/[\p{L}\p{N}]+/gu))
            if (!/^[a-z]$/.test(word)) found.push({ word: word.slice(0, searchLimits.word), han: false });
  }
  return found;
}

/** NFKD without marks (accents, hamza on its seat, harakat), tatweel and invisible characters, in lower case. */
function fold(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}\u0640]/gu, '')
    .replace(/[œæßøłđıٱىیکة]/gu, (letter) => ligatures[letter])
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .normalize('NFC');
}

const pairs = (run: string): string[] => {
  const characters = [...run];
  return characters.slice(1).map((character, at) => characters[at] + character);
};

/** A word and what it may be without its plural, its ending or what Arabic writes together with it. Never empty. */
function forms(word: string): string[] {
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
