import { expect, test } from 'vitest';
import type { Act } from '#features/people/people.ts';
import { balanceByCountry, orderQuestions } from './order.ts';
import type { QuestionView } from './questions.ts';

const asker = (country: string | null): Act => ({
  personId: `person ${country}`,
  personName: 'Somebody',
  capacity: 'personal',
  organisationId: null,
  organisation: null,
  organisationSlug: null,
  country,
  title: null
});
const question = (number: number, country: string | null, answered = false): QuestionView => ({
  id: `q${number}`,
  number,
  itemPosition: null,
  act: asker(country),
  body: '?',
  lang: 'en',
  dir: 'ltr',
  at: '2026-03-01T10:00:00.000Z',
  alsoAsked: [],
  thread: null,
  answer: answered
    ? { at: '2026-03-01T10:05:00.000Z', act: null, statement: null, text: null, lang: 'en', dir: 'ltr' }
    : null
});
const votes = (of: Record<string, number>) => new Map(Object.entries(of));
const numbers = (
  questions: QuestionView[],
  of: Record<string, number>,
  order: 'balanced' | 'votes' | 'asked'
) => orderQuestions(questions, votes(of), order).map((entry) => entry.question.number);

test('a small country with one question stands before the second question of a large one, however many vote for that', () => {
  const questions = [question(1, 'NG'), question(2, 'NG'), question(3, 'GW')];
  const ordered = orderQuestions(questions, votes({ q1: 40, q2: 50 }), 'balanced');
  expect(ordered.map((entry) => [entry.question.number, entry.reason, entry.before])).toEqual([
    [2, 'first_of_country', 0],
    [3, 'first_of_country', 0],
    [1, 'country_before', 1]
  ]);
});

test('a country that was answered stands behind one that was not', () => {
  const questions = [question(1, 'NG', true), question(2, 'NG'), question(3, 'GW')];
  expect(numbers(questions, { q2: 50 }, 'balanced')).toEqual([3, 2]);
});

test('by votes, and between equals who asked first; as asked where the chair says so', () => {
  const questions = [question(1, 'NG'), question(2, 'NG'), question(3, 'GW'), question(4, null)];
  expect(numbers(questions, { q3: 2, q2: 2 }, 'votes')).toEqual([2, 3, 1, 4]);
  expect(numbers(questions, { q3: 2, q2: 2 }, 'asked')).toEqual([1, 2, 3, 4]);
});

test('the order does not depend on the order in which a window heard of the questions', () => {
  const questions = [question(1, 'NG'), question(2, 'NG'), question(3, 'GW'), question(4, 'SN', true)];
  const of = { q1: 3, q3: 3, q2: 1 };
  expect(numbers([...questions].reverse(), of, 'balanced')).toEqual(numbers(questions, of, 'balanced'));
});

test('a reader sees what each country asked and had answered, the least heard first', () => {
  const rows = balanceByCountry(
    [question(1, 'NG', true), question(2, 'NG'), question(3, 'GW')],
    votes({ q1: 2, q2: 1 })
  );
  expect(rows.map(({ key, asked, answered, votes }) => [key, asked, answered, votes])).toEqual([
    ['country:GW', 1, 0, 0],
    ['country:NG', 2, 1, 3]
  ]);
});
