/**
 * Language and direction of what people wrote, from its letters alone. Direction is certain enough to lay text out by;
 * language is a guess that decides pronunciation by screen readers and hyphenation, so a wrong one is mild.
 */
export type Direction = 'ltr' | 'rtl';

const rtlLetters =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu;
const ltrLetters =
  /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Ethiopic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Thai}]/gu;

/** Enough of a text to judge it by: without addresses, code and quoted lines, which may be in another language. */
function sample(text: string): string {
  const own = text.slice(0, 4000).replace(/```[\s\S]*?(```|$)|`[^`\n]*`|https?:\S+|\S+@\S+/g, ' ');
  const unquoted = own.replace(/^\s*>.*$/gm, ' ');
  return /\p{L}/u.test(unquoted) ? unquoted : own;
}

const count = (text: string, letters: RegExp) => text.match(letters)?.length ?? 0;

/** The direction that most letters run in; Latin names inside an Arabic sentence do not turn it. */
export function dirOf(text: string): Direction {
  const own = sample(text);
  // Latin terms are longer and commoner inside Arabic than the other way round.
  return count(own, rtlLetters) * 2 > count(own, ltrLetters) ? 'rtl' : 'ltr';
}

const words: Record<string, string> = {
  en: 'the of and to in is that for are with on we this have from was not be it as our which their has by',
  fr: 'le la les des et du de une est en que pour dans qui nous sur pas avec sont au aux par ont ce cette leur',
  es: 'el la los las de y en que una por para con no se del al es su como más pero son este nuestro fue',
  pt: 'o a os as de e em que uma para com não se do da no na dos das é por mais são ao foi nosso'
};
const sets = Object.entries(words).map(([lang, list]) => [lang, new Set(list.split(' '))] as const);

/** The language that a text seems to be in, as a tag; `fallback` when its letters and small words do not say. */
export function langOf(text: string, fallback: string): string {
  const own = sample(text);
  if (dirOf(own) === 'rtl')
    return count(own, /\p{Script=Hebrew}/gu) > count(own, /\p{Script=Arabic}/gu)
      ? 'he'
      : fallback === 'fa' || fallback === 'ur'
        ? fallback
        : 'ar';
  const latin = count(own, /\p{Script=Latin}/gu);
  if (count(own, /\p{Script=Cyrillic}/gu) > latin) return fallback === 'uk' ? fallback : 'ru';
  if (count(own, /[\p{Script=Hiragana}\p{Script=Katakana}]/gu) * 2 > latin) return 'ja';
  if (count(own, /\p{Script=Han}/gu) * 2 > latin) return 'zh';
  const found =
    own
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.slice(0, 400) ?? [];
  const scored = sets
    .map(([lang, set]) => [lang, found.filter((word) => set.has(word)).length] as const)
    .sort((a, b) => b[1] - a[1]);
  const [best, second] = scored;
  return best[1] >= 2 && best[1] > second[1] ? best[0] : fallback;
}
