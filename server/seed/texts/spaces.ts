import type { Names } from '#lib/names.ts';
import type { SpaceRole, Visibility } from '#features/spaces/spaces.ts';
import type { Region } from '#lib/vocab/codes.ts';

export interface SpaceText {
  slug: string;
  titles: Names;
  purposes: Names;
  countries: string[];
  regions: Region[];
  axis: string | null;
  topics: string[];
  visibility: Visibility;
  lead: string;
  by: string;
  roles: [string, SpaceRole][];
}

export const spaceTexts: SpaceText[] = [
  {
    slug: 'health-financing-west-africa',
    by: 'ministry.sn',
    lead: 'ministry-of-health-sn',
    visibility: 'public',
    axis: 'financing',
    countries: ['SN', 'CI', 'ML', 'GW', 'CV'],
    regions: ['AFR'],
    topics: ['health_financing'],
    titles: {
      en: 'Health financing in five West African countries',
      fr: 'Financement de la santé dans cinq pays d’Afrique de l’Ouest'
    },
    purposes: {
      en: 'Five ministries compare how they pay for care when patients no longer do, and what reaches the health post.',
      fr: 'Cinq ministères comparent comment les soins sont payés quand le patient ne paie plus, et ce qui arrive au poste de santé.'
    },
    roles: [
      ['secretariat', 'moderator'],
      ['koffi.nguessan', 'member'],
      ['fatoumata.traore', 'member'],
      ['armando.sanca', 'member'],
      ['ivone.tavares', 'member'],
      ['observer', 'observer']
    ]
  },
  {
    slug: 'health-worker-mobility',
    by: 'lucia.herrera',
    lead: 'migration-and-health-office',
    visibility: 'members',
    axis: 'policy_dialogue',
    countries: ['MW', 'SN', 'PH', 'DE', 'PE'],
    regions: ['AFR', 'AMR', 'EUR', 'WPR'],
    topics: ['health_workforce'],
    titles: {
      en: 'Migration of health workers',
      fr: 'Migration des personnels de santé',
      es: 'Migración del personal de salud'
    },
    purposes: {
      en: 'Countries of origin and destination, professions and researchers write agreements that protect people and services.',
      fr: 'Pays d’origine et de destination, professions et chercheurs écrivent des accords qui protègent les personnes et les services.'
    },
    roles: [
      ['ministry.mw', 'moderator'],
      ['observer', 'observer']
    ]
  },
  {
    slug: 'alliance-of-five-professions',
    by: 'secretariat',
    lead: 'alliance-of-five-health-professions',
    visibility: 'restricted',
    axis: null,
    countries: [],
    regions: [],
    topics: ['health_workforce', 'service_delivery'],
    titles: { en: 'Alliance of five professions', fr: 'Alliance de cinq professions' },
    purposes: {
      en: 'Where the policy teams of five professions prepare what they say with one voice.',
      fr: 'Où les équipes de cinq professions préparent ce qu’elles diront d’une seule voix.'
    },
    roles: [
      ['nurses', 'moderator'],
      ['kenji.mori', 'member'],
      ['maren.solberg', 'member'],
      ['ravi.nair', 'member'],
      ['beatrice.okello', 'member']
    ]
  }
];
