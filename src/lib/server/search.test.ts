import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutByLetters, searchLimits, searchTokens, searchWords, segmented } from './search.ts';

/** Whether someone who types `query` finds `text`, by the rule that both databases follow. */
function finds(query: string, text: string): boolean {
  const tokens = searchTokens(text);
  const words = searchWords(query);
  return (
    words.length > 0 &&
    words.every(({ forms, prefix }) =>
      forms.some((form) => tokens.some((token) => (prefix ? token.startsWith(form) : token === form)))
    )
  );
}

describe('what a reader types finds what an author wrote', () => {
  it.each([
    ['retention', 'La rétention des sages-femmes'],
    ['RÉTENTION sages-femmes', 'retention de la sage-femme en zone rurale'],
    ['hopital', "Premiers mois à l'hôpital de district"],
    ['hôpital', 'Les hôpitaux régionaux'],
    ['soeur', 'une sœur infirmière'],
    ['comment retenir les infirmières', 'retenir une infirmière au village'],
    ['nurse', 'Nurses’ rural posting'],
    ['policy', 'Retention policies in three districts'],
    ['midwife', 'Midwives left within a year'],
    ['midwi', 'Midwifery training'],
    ['formacion', 'Formación continua de las enfermeras'],
    ['enfermera', 'ENFERMERAS en zonas rurales'],
    ['ninos', 'vacunación de niños'],
    ['الادوية', 'توفير الأدوية في المستشفيات'],
    ['ادويه', 'للأدوية الأساسية'],
    ['وزارة', 'اعتمدت الوزارة الخطة'],
    ['بالمستشفى', 'مستشفى المنطقة'],
    ['كفاة', 'كفاءة التمويل'],
    ['تدريب', 'التدرِيــب المستمر'],
    ['2024', 'في عام ٢٠٢٤'],
    ['медсестры', 'Удержание медсестёр и МЕДСЕСТРА в селе'],
    ['отчет', 'Годовой отчёт'],
    ['врача', 'врачами больницы'],
    ['留任', '农村护士留任的经验'],
    ['护士留任', '农村护士留任的经验'],
    ['士', '农村护士'],
    ['COVID‑19', 'after Covid-19']
  ])('%s finds « %s »', (query, text) => expect(finds(query, text)).toBe(true));

  it.each([
    ['retention', 'attention aux détails'],
    ['留任', '任何人都可以留在这里'],
    ['health', 'wealth'],
    ['midwi nurse', 'midwives nurse'],
    ['المستشفى', 'المدرسة']
  ])('%s does not find « %s »', (query, text) => expect(finds(query, text)).toBe(false));
});

describe('a query is bounded and harmless', () => {
  it.each(['', '   ', '*** -- !!', '"\'()&|:*', '\u200f\u0640\u0301'])('%j has no words', (query) =>
    expect(searchWords(query)).toEqual([])
  );

  it('someone who asks only with common words is still taken at their word', () =>
    expect(searchWords('de la').map(({ forms }) => forms[0])).toEqual(['de', 'la']));

  it('a very long query is cut, not refused', () => {
    expect(searchWords('word '.repeat(10_000)).length).toBe(searchLimits.words);
    expect(searchWords('x'.repeat(100_000))[0].forms[0].length).toBe(searchLimits.word);
    expect(searchWords('护'.repeat(500)).length).toBe(searchLimits.words);
  });

  it('no token holds anything but letters and digits', () => {
    const hostile = `a* OR NEAR(b, 2) "c" title:x ^d {e} 'f':*A & !g | (h) \\i <-> j; drop table lessons; -- ﷺ ½ ١`;
    const all = [...searchTokens(hostile), ...searchWords(hostile).flatMap(({ forms }) => forms)];
    expect(all.length).toBeGreaterThan(5);
    for (const token of all) expect(token).toMatch(/^[\p{L}\p{N}]+$/u);
  });
});

describe('text that is cut quickly is cut as the segmenter would', () => {
  const agree = (text: string) => {
    const quick = cutByLetters(text);
    if (quick) expect(quick).toEqual(segmented(text));
    return quick !== null;
  };

  it('whatever letter stands alone, among letters or among digits', () => {
    let quick = 0;
    for (let code = 0; code < 0x1_1000; code += 1) {
      const letter = String.fromCodePoint(code);
      if (letter.isWellFormed() && !/[\p{M}\p{Cf}\p{Script=Han}]/u.test(letter))
        for (const text of [letter, `a${letter}b 1${letter}2`, `ا${letter}א${letter}б`])
          quick += Number(agree(text));
    }
    expect(quick).toBeGreaterThan(10_000);
  });

  it('whatever people write in the languages we serve, with whatever between', () => {
    const pieces = fc.constantFrom(
      ...`l'hôpital l’accès can't 3.5 1,200 foo_bar x-ray e.g. a.b@c.example https://a.example/b?c=d №5 50% £3 C++ «mot» “word”`.split(
        ' '
      ),
      ...[
        'медсестёр',
        'الأدوية',
        'בי״ח',
        'Αθήνα',
        '🙂',
        '\n',
        '\t',
        ' ',
        '…',
        '·',
        '_',
        ':',
        "'",
        '’',
        '\u200b',
        'é',
        'ß'
      ]
    );
    const strange = fc.string({ unit: 'grapheme', maxLength: 4 });
    let quick = 0;
    fc.assert(
      fc.property(
        fc.array(fc.oneof({ weight: 20, arbitrary: pieces }, { weight: 1, arbitrary: strange }), {
          maxLength: 12
        }),
        (parts) => {
          quick += Number(agree(parts.join('').replace(/[\p{M}\p{Cf}\p{Script=Han}]/gu, '')));
        }
      ),
      { numRuns: 2000 }
    );
    expect(quick).toBeGreaterThan(500);
  });
});
