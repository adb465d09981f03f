/** Names of occupations, apart from labels.ts so that pages which show none do not send them. */
import { m } from '#lib/paraglide/messages.js';
import type { Occupation, OccupationGroup } from './codes.ts';
import { nameOf, type Text } from './text.ts';

const groups: Record<OccupationGroup, Text> = {
  professionals: m.vocab_group_professionals,
  associate_professionals: m.vocab_group_associate_professionals,
  personal_care: m.vocab_group_personal_care,
  management_support: m.vocab_group_management_support
};

const occupations: Record<Occupation, Text> = {
  '2211': m.vocab_occupation_2211,
  '2212': m.vocab_occupation_2212,
  '2221': m.vocab_occupation_2221,
  '2222': m.vocab_occupation_2222,
  '2230': m.vocab_occupation_2230,
  '2240': m.vocab_occupation_2240,
  '2261': m.vocab_occupation_2261,
  '2262': m.vocab_occupation_2262,
  '2263': m.vocab_occupation_2263,
  '2264': m.vocab_occupation_2264,
  '2265': m.vocab_occupation_2265,
  '2266': m.vocab_occupation_2266,
  '2267': m.vocab_occupation_2267,
  '2269': m.vocab_occupation_2269,
  '3211': m.vocab_occupation_3211,
  '3212': m.vocab_occupation_3212,
  '3213': m.vocab_occupation_3213,
  '3214': m.vocab_occupation_3214,
  '3221': m.vocab_occupation_3221,
  '3222': m.vocab_occupation_3222,
  '3230': m.vocab_occupation_3230,
  '3251': m.vocab_occupation_3251,
  '3252': m.vocab_occupation_3252,
  '3253': m.vocab_occupation_3253,
  '3254': m.vocab_occupation_3254,
  '3255': m.vocab_occupation_3255,
  '3256': m.vocab_occupation_3256,
  '3257': m.vocab_occupation_3257,
  '3258': m.vocab_occupation_3258,
  '3259': m.vocab_occupation_3259,
  '5321': m.vocab_occupation_5321,
  '5322': m.vocab_occupation_5322,
  '5329': m.vocab_occupation_5329,
  '1342': m.vocab_occupation_1342,
  '1343': m.vocab_occupation_1343,
  '2634': m.vocab_occupation_2634,
  '2635': m.vocab_occupation_2635,
  '3344': m.vocab_occupation_3344
};

export const occupationGroupName = (code: string, locale?: string): string => nameOf(groups, code, locale);
/** `code` is an ISCO-08 unit group, four digits. */
export const occupationName = (code: string, locale?: string): string => nameOf(occupations, code, locale);
