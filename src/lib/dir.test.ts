import { expect, test } from 'vitest';
import { dirOf, langOf } from './dir.ts';

test.each([
  ['Le logement a compté plus que la prime ; les sages-femmes sont restées.', 'fr', 'ltr'],
  ['Supervised first posts in pairs: nobody who started in a pair left in the first year.', 'en', 'ltr'],
  ['ضاعفنا بدل العمل الريفي في 2023، فانخفضت الشواغر عامًا ثم ارتفعت.', 'ar', 'rtl'],
  ['نستخدم DHIS2 و WHO Digital Health Atlas في كل المناطق الريفية', 'ar', 'rtl'],
  ['Las enfermeras se quedaron por la vivienda y no por el dinero.', 'es', 'ltr'],
  ['Мы удвоили сельскую надбавку.', 'ru', 'ltr'],
  ['我们把农村津贴提高了一倍。', 'zh', 'ltr'],
  ['> ضاعفنا بدل العمل الريفي\n\nWe did the same, and it was not enough for the nurses.', 'en', 'ltr']
])('%s is voiced and laid out right', (text, lang, dir) => {
  expect([langOf(text, 'xx'), dirOf(text)]).toEqual([lang, dir]);
});

test('a text that does not say its language takes that of its thread', () => {
  expect(langOf('OK!', 'fr')).toBe('fr');
  expect(langOf('', 'fr')).toBe('fr');
});
