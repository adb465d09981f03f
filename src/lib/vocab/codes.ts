/** The closed lists of codes that the field uses. Pure; their names in the reader's language are in labels.ts. */

/** WHO's six regions. Which country is in which one, and since when, is in countries.ts. */
export const regions = ['AFR', 'AMR', 'SEAR', 'EUR', 'EMR', 'WPR'] as const;
export type Region = (typeof regions)[number];

/** The six building blocks of a health system (WHO, "Everybody's business", 2007). */
export const buildingBlocks = [
  'service_delivery',
  'health_workforce',
  'health_information',
  'medical_products_vaccines_technologies',
  'health_financing',
  'leadership_governance'
] as const;
export type BuildingBlock = (typeof buildingBlocks)[number];

/** The three axes of work of the UHC Partnership. */
export const axes = ['policy_dialogue', 'financing', 'development_cooperation'] as const;
export type Axis = (typeof axes)[number];

export const organisationKinds = [
  'ministry',
  'head_of_government',
  'un_agency',
  'multilateral',
  'regional_body',
  'development_partner',
  'professional_association',
  'ngo',
  'private',
  'foundation',
  'academia',
  'collaborating_centre',
  'hosted_partnership',
  'special_programme',
  'coalition',
  'recruiter',
  'civil_society',
  'media'
] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** What a ministry is the ministry of. Only ministries have a sector. */
export const sectors = ['health', 'labour', 'trade', 'education', 'finance', 'foreign_affairs'] as const;
export type Sector = (typeof sectors)[number];

export const personRoles = [
  'delegate',
  'policy_adviser',
  'expert_personal',
  'secretariat',
  'ambassador',
  'field_worker',
  'diaspora_member',
  'interpreter',
  'observer'
] as const;
export type PersonRole = (typeof personRoles)[number];

export const adminLevels = ['country', 'regional', 'headquarters'] as const;
export type AdminLevel = (typeof adminLevels)[number];

/** ISCO-08 unit groups of health workers, in WHO's groups (its fifth group, "other", has no civilian code). */
export const occupationGroups = {
  professionals: [
    '2211',
    '2212',
    '2221',
    '2222',
    '2230',
    '2240',
    '2261',
    '2262',
    '2263',
    '2264',
    '2265',
    '2266',
    '2267',
    '2269'
  ],
  associate_professionals: [
    '3211',
    '3212',
    '3213',
    '3214',
    '3221',
    '3222',
    '3230',
    '3251',
    '3252',
    '3253',
    '3254',
    '3255',
    '3256',
    '3257',
    '3258',
    '3259'
  ],
  personal_care: ['5321', '5322', '5329'],
  management_support: ['1342', '1343', '2634', '2635', '3344']
} as const;
export type OccupationGroup = keyof typeof occupationGroups;
export type Occupation = (typeof occupationGroups)[OccupationGroup][number];
export const occupations: readonly Occupation[] = Object.values(occupationGroups).flat();

export const briefTypes = [
  'evidence_brief',
  'joint_statement',
  'common_position',
  'declaration',
  'key_action_recommendations',
  'country_roadmap',
  'bilateral_agreement',
  'normative_guidance',
  'policy_statement',
  'mou',
  'press_release',
  'meeting_report',
  'minutes',
  'lesson_synthesis',
  'resolution'
] as const;
export type BriefType = (typeof briefTypes)[number];

/** A country's standing in WHO. `contested` is said with a note, and is never decided by us. */
export const standings = ['member', 'contested', 'observer', 'associate', 'not_member'] as const;
export type Standing = (typeof standings)[number];

export const standingNotes = ['us_withdrawal', 'ar_withdrawal'] as const;
export type StandingNote = (typeof standingNotes)[number];

/** Languages that people may say they write in: the six of the United Nations, and those most asked for beside them. */
export const writtenLanguages = [
  'ar',
  'en',
  'es',
  'fr',
  'ru',
  'zh',
  'pt',
  'am',
  'bn',
  'de',
  'fa',
  'ha',
  'hi',
  'id',
  'it',
  'sw',
  'th',
  'tr',
  'uk',
  'ur',
  'vi'
] as const;
export type WrittenLanguage = (typeof writtenLanguages)[number];
