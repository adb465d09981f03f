/** Counting a ballot of the room: pure, and blind to the order in which the answers came. */
import {
  choicesOf,
  limits,
  type BallotKind,
  type BallotResult,
  type Choice,
  type Majority,
  type Option,
  type OutcomeCode,
  type Voter
} from './ballots.ts';

export interface Asked {
  kind: BallotKind;
  options: Option[];
  voter: Voter;
  secret: boolean;
  majority: Majority;
  quorum: number | null;
}

/** Who answered what; of secret ballots and of persons' nobody is named. */
export interface Answer {
  country: string;
  region: string | null;
  choice: Choice;
}

/** `sums` by choice; `answers` are given only where it may be seen who answered what. */
export function resultOf(
  asked: Asked,
  eligible: number | null,
  sums: Readonly<Record<Choice, number>>,
  answers: readonly Answer[] | null
): BallotResult {
  const rows = choicesOf(asked).map((choice) => ({ choice, count: sums[choice] ?? 0 }));
  const answered = rows.reduce((sum, { count }) => sum + count, 0);
  const needed = asked.quorum === null ? null : Math.ceil(((eligible ?? 0) * asked.quorum) / 100);
  const hidden = asked.secret && answered > 0 && answered < limits.secretPapers;
  const shown = answers && !asked.secret && asked.voter === 'delegation' ? answers : null;
  return {
    answered,
    eligible,
    needed,
    rows: hidden ? null : rows,
    regions: shown && asked.kind !== 'consent' ? regionsOf(rows, shown) : null,
    countries: shown && countriesOf(rows, shown),
    outcome: outcomeOf(asked, rows, answered, needed)
  };
}

function regionsOf(rows: { choice: Choice }[], answers: readonly Answer[]): BallotResult['regions'] {
  return [...new Set(answers.map(({ region }) => region ?? 'none'))].sort().map((region) => ({
    region,
    counts: rows.map(
      ({ choice }) =>
        answers.filter((each) => (each.region ?? 'none') === region && each.choice === choice).length
    )
  }));
}

const countriesOf = (rows: { choice: Choice }[], answers: readonly Answer[]): Record<Choice, string[]> =>
  Object.fromEntries(
    rows.map(({ choice }) => [
      choice,
      answers
        .filter((each) => each.choice === choice)
        .map(({ country }) => country)
        .sort()
    ])
  );

/** Abstentions count for the quorum and for nothing else. A tie is told, and nothing breaks it. */
function outcomeOf(
  { kind, options, secret, majority }: Asked,
  rows: { choice: Choice; count: number }[],
  answered: number,
  needed: number | null
): BallotResult['outcome'] {
  const only = (code: OutcomeCode) => ({ code, choices: [] });
  const count = (choice: Choice) => rows.find((row) => row.choice === choice)?.count ?? 0;
  if (kind === 'consent') return only(count('object') > 0 ? 'objected' : 'consensus');
  if (answered < (needed ?? 0)) return only('no_quorum');
  if (answered === 0) return only('no_answer');
  if (secret && answered < limits.secretPapers) return only('too_few');
  if (kind === 'straw') return only('shown');
  if (options.length === 0) {
    const [pro, contra] = [count('for'), count('against')];
    if (pro + contra === 0) return only('undecided');
    if (majority === 'two_thirds') return only(pro * 3 >= (pro + contra) * 2 ? 'adopted' : 'rejected');
    return only(pro > contra ? 'adopted' : pro < contra ? 'rejected' : 'tied');
  }
  const chosen = rows.filter(({ choice }) => choice !== 'abstain');
  const most = Math.max(...chosen.map((row) => row.count));
  if (most === 0) return only('undecided');
  const first = chosen.filter((row) => row.count === most).map(({ choice }) => choice);
  return { code: first.length > 1 ? 'tied' : 'chosen', choices: first };
}
