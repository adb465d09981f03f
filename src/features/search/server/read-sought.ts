import type { Actor } from '#features/people/people.ts';
import { searchTokens, searchWords, type SearchWord } from '#lib/server/search.ts';
import { capacityNamed, folded, kindNamed, type OperatorName } from '../operators.ts';
import { momentOf, type Complaint, type Operator, type Query, type Term } from '../query.ts';
import { countryNamed } from './country-named.ts';
import type { Expression, Sought } from './expression.ts';
import { facet } from './facets.ts';
import { readOrganisationsNamed } from './read-organisations-named.ts';
import type { ReadableSpace } from './read-rights.ts';

export interface Criteria extends Sought {
  /** The words alone, by which results are ordered and marked. */
  words: Expression[];
  from: Date | null;
  to: Date | null;
  complaints: Complaint[];
}

/** What a query asks for. A value that means nothing is told and left out: the other words still find. */
export async function readSought(actor: Actor, query: Query, readable: ReadableSpace[]): Promise<Criteria> {
  const found: Criteria = { all: [], none: [], words: [], from: null, to: null, complaints: [] };
  const bare = query.terms.filter(({ not, phrase }) => !not && !phrase);
  found.words.push(...wordsOf(bare, query.text));
  found.words.push(
    ...query.terms.filter(({ not, phrase }) => !not && phrase).flatMap(({ text }) => phrasesOf(text))
  );
  for (const { text, phrase } of query.terms.filter(({ not }) => not)) {
    const parts = phrase ? phrasesOf(text) : searchWords(text).map(formsOf);
    if (parts.length > 0) found.none.push({ all: parts });
  }
  if (query.terms.length > 0 && found.words.length + found.none.length === 0)
    found.complaints.push({ reason: 'no-words', piece: query.terms[0].text });

  const wanted = new Map<OperatorName, Expression[]>();
  for (const operator of query.operators) {
    if (operator.name === 'before' || operator.name === 'after') {
      narrowTime(found, operator);
      continue;
    }
    const meant = await meaning(actor, operator, readable);
    if (!meant) found.complaints.push({ reason: complaintOf[operator.name], piece: operator.value });
    else if (operator.not) found.none.push(meant);
    else wanted.set(operator.name, [...(wanted.get(operator.name) ?? []), meant]);
  }
  // The same operator twice widens, as in country:SN country:CM; different ones narrow.
  for (const any of wanted.values()) found.all.push({ any });
  // A forum is not in itself.
  if (wanted.has('in')) found.none.push({ facet: facet.kind('space') });
  found.all.unshift(...found.words);
  return found;
}

const complaintOf: Record<Exclude<OperatorName, 'before' | 'after'>, Complaint['reason']> &
  Record<string, Complaint['reason']> = {
  country: 'country',
  organisation: 'organisation',
  capacity: 'capacity',
  kind: 'kind',
  tag: 'no-words',
  lang: 'lang',
  by: 'by',
  in: 'forum'
};

async function meaning(
  actor: Actor,
  { name, value }: Operator,
  readable: ReadableSpace[]
): Promise<Expression | undefined> {
  const one = (token: string | undefined) => (token ? { facet: token } : undefined);
  const some = (tokens: string[]) =>
    tokens.length > 0 ? { any: tokens.map((token) => ({ facet: token })) } : undefined;
  if (name === 'country') {
    const code = countryNamed(value);
    return one(code && facet.country(code));
  }
  if (name === 'organisation') return some((await readOrganisationsNamed(value)).map(facet.organisation));
  if (name === 'capacity') {
    const capacity = capacityNamed(value);
    return one(capacity && facet.capacity(capacity));
  }
  if (name === 'kind') {
    const kind = kindNamed(value);
    return one(kind && facet.kind(kind));
  }
  if (name === 'tag') return searchTokens(value).length > 0 ? one(facet.tag(value)) : undefined;
  if (name === 'lang') return /^[a-z]{2,3}(-[a-z0-9]+)*$/i.test(value) ? one(facet.lang(value)) : undefined;
  if (name === 'in') {
    const sought = folded(value);
    const exact = readable.filter(({ slug, id }) => slug === sought || id === sought);
    const like = readable.filter(({ titles }) =>
      Object.values(titles).some((title) => folded(title).includes(sought))
    );
    return some((exact.length > 0 ? exact : like).map(({ id }) => facet.space(id)));
  }
  if (actor.kind === 'member' && ['me', 'moi', 'انا'].includes(folded(value)))
    return one(facet.person(actor.personId));
  const names = searchTokens(value).map((word) => ({ facet: facet.name(word) }));
  return names.length > 0 ? { all: names.slice(0, 12) } : undefined;
}

function narrowTime(found: Criteria, { name, value, not }: Operator): void {
  const moment = momentOf(value);
  if (!moment) found.complaints.push({ reason: 'date', piece: value });
  else if ((name === 'after') !== not) found.from = found.from && found.from > moment ? found.from : moment;
  else found.to = found.to && found.to < moment ? found.to : moment;
}

const mostWords = 20;

/** Of the last word the beginning is enough, while it is what was typed last and long enough to mean something. */
function wordsOf(terms: Term[], text: string): Expression[] {
  const last = terms.at(-1);
  const open = last !== undefined && last.to === text.length;
  // A query is cut into words 200 characters at a time (see searchWords); common words go only where others stand.
  const chunks = [''];
  for (const { text: word } of terms)
    if (chunks[chunks.length - 1].length + word.length < 190) chunks[chunks.length - 1] += ` ${word}`;
    else chunks.push(word);
  return chunks
    .flatMap((chunk, at) =>
      searchWords(chunk).map((word) => ({ ...word, prefix: word.prefix && open && at === chunks.length - 1 }))
    )
    .slice(0, mostWords)
    .map(formsOf);
}

const formsOf = ({ forms, prefix }: SearchWord): Expression => ({
  any: forms.map((word) => ({ word, prefix: prefix && word.length > 2 }))
});

/**
 * Words that stand one after the other stand so in the index too, each with the same forms after it. Chinese is cut into
 * characters and then their pairs: there a phrase is its characters.
 */
function phrasesOf(text: string): Expression[] {
  const runs = text.slice(0, 200).match(/\p{Script=Han}+|[^\p{Script=Han}]+/gu) ?? [];
  return runs
    .map((run) => (/^\p{Script=Han}/u.test(run) ? [...run] : searchTokens(run)))
    .filter((words) => words.length > 0)
    .map((words) => ({ phrase: words.slice(0, 40) }));
}
