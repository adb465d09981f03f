/** The names of operators, and of the values that are ours, as people type them: English, French, Arabic. */
import type { DocumentKind, NarrowerKind } from './search.ts';

export const operatorNames = [
  'country',
  'organisation',
  'capacity',
  'kind',
  'tag',
  'before',
  'after',
  'lang',
  'by',
  'in'
] as const;
export type OperatorName = (typeof operatorNames)[number];

/** Without accents or case; the first of each is what our own links write. */
const aliases: Record<OperatorName, string> = {
  country: 'country pays بلد دوله',
  organisation: 'organisation organization org organisme منظمه',
  capacity: 'capacity qualite capacite صفه',
  kind: 'kind genre type نوع',
  tag: 'tag etiquette mot-cle وسم',
  before: 'before avant قبل',
  after: 'after since apres depuis بعد',
  lang: 'lang language langue لغه',
  by: 'by from par de بقلم',
  in: 'in forum dans في'
};

/** `reply` is the word for a post that is not the first; the rest are the field's own. */
const kindNames: Record<DocumentKind, string> = {
  thread: 'thread discussion sujet fil topic موضوع',
  post: 'reply post reponse message replies رد',
  brief: 'brief draft note projet موجز مذكره',
  publication: 'publication published publie منشور',
  session: 'session seance جلسه',
  statement: 'statement declaration intervention بيان',
  record: 'record minutes compte-rendu محضر',
  lesson: 'lesson lecon درس',
  position: 'position proposal proposition poll sondage vote مقترح موقف',
  space: 'forum space espace منتدى',
  organisation: 'organisation organization منظمه',
  person: 'person people personne شخص',
  country: 'country pays بلد دوله'
};

const narrowerNames: Record<NarrowerKind, string> = {
  question: 'question سؤال',
  call: 'call appel نداء',
  announcement: 'announcement annonce اعلان',
  support: 'support request appui demande دعم طلب',
  experience: 'experience تجربه'
};

const capacityNames = {
  personal: 'personal personnel personnelle personally شخصيه',
  organisation: 'organisation organization official behalf منظمه'
};

/** As names are compared: no accents, case, Arabic marks or final forms. */
export const folded = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Cf}\u0640]/gu, '')
    .replaceAll('ة', 'ه')
    .replaceAll('’', "'")
    .trim();

const reverse = <T extends string>(names: Record<T, string>) =>
  new Map(
    (Object.entries(names) as [T, string][]).flatMap(([key, list]) =>
      list.split(' ').map((name) => [folded(name), key] as const)
    )
  );
const operators = reverse(aliases);
const kinds = reverse<DocumentKind | NarrowerKind>({ ...narrowerNames, ...kindNames });
const capacities = reverse(capacityNames);

export const operatorNamed = (name: string): OperatorName | undefined => operators.get(folded(name));
/** Also in the plural: kind:threads, genre:leçons. */
export const kindNamed = (name: string): DocumentKind | NarrowerKind | undefined =>
  kinds.get(folded(name)) ?? kinds.get(folded(name).replace(/s$/, ''));
export const capacityNamed = (name: string): 'personal' | 'organisation' | undefined =>
  capacities.get(folded(name));

/** How our links write a kind: the first of its names. */
export const kindWord = (kind: DocumentKind): string => kindNames[kind].split(' ')[0];
