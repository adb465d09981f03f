import type { Mandate } from '#features/people/people.ts';

/** The people of the demo world: all made up. `key@demo.palabre.example` signs in. */
export interface PersonText {
  key: string;
  name: string;
  country: string | null;
  title: string;
  languages: string[];
  occupations?: string[];
  expertise?: string[];
  bio?: string;
  timezone?: string;
  /** Organisation slug and mandate, the strongest first. */
  places: [string, Mandate][];
  administrator?: true;
}

const ministry = (code: string, mandate: Mandate): [string, Mandate] => [
  `ministry-of-health-${code.toLowerCase()}`,
  mandate
];

export const peopleTexts: PersonText[] = [
  {
    key: 'admin',
    name: 'Claire Mendy',
    country: 'SN',
    title: 'Administrator of this Palabre',
    languages: ['fr', 'en'],
    places: [['health-systems-secretariat', 'speak']],
    administrator: true,
    timezone: 'Africa/Dakar'
  },
  {
    key: 'secretariat',
    name: 'Tomas Lindgren',
    country: 'SE',
    title: 'Secretary of the forum on health financing',
    languages: ['en', 'fr'],
    timezone: 'Europe/Zurich',
    bio: 'Convenes the forum on health financing and keeps the records of its sessions.',
    places: [
      ['health-systems-secretariat', 'negotiate'],
      ['alliance-of-five-health-professions', 'negotiate']
    ]
  },
  {
    key: 'ministry.sn',
    name: 'Mariama Diouf',
    country: 'SN',
    title: 'Head of the health-financing unit',
    languages: ['fr', 'en', 'wo'],
    expertise: ['health financing', 'public budgets'],
    timezone: 'Africa/Dakar',
    bio: 'Prepares the financing strategy and follows what reaches the health posts.',
    places: [ministry('SN', 'sign')]
  },
  {
    key: 'ministry.mw',
    name: 'Chikondi Mbewe',
    country: 'MW',
    title: 'Deputy director, human resources for health',
    languages: ['en', 'ny'],
    expertise: ['health workforce', 'retention'],
    timezone: 'Africa/Blantyre',
    places: [ministry('MW', 'sign')]
  },
  {
    key: 'nurses',
    name: 'Ana Ribeiro',
    country: 'PT',
    title: 'Policy director',
    languages: ['en', 'pt', 'fr'],
    occupations: ['2221'],
    timezone: 'Europe/Lisbon',
    places: [['world-association-of-nurses', 'sign']]
  },
  {
    key: 'expert',
    name: 'Leïla Haddad',
    country: 'TN',
    title: 'Health economist',
    languages: ['fr', 'ar', 'en'],
    expertise: ['purchasing', 'benefit packages'],
    timezone: 'Africa/Tunis',
    bio: 'Advises in a personal capacity; represents no entity, authority or government.',
    places: [['lake-university-school-of-public-health', 'none']]
  },
  {
    key: 'observer',
    name: 'Jonas Keller',
    country: 'LU',
    title: 'Programme officer',
    languages: ['de', 'fr', 'en'],
    timezone: 'Europe/Luxembourg',
    places: [['partnership-for-coverage', 'none']]
  },

  {
    key: 'ousmane.fall',
    name: 'Ousmane Fall',
    country: 'SN',
    title: 'District medical officer',
    languages: ['fr', 'wo'],
    occupations: ['2212'],
    places: [ministry('SN', 'speak')]
  },
  {
    key: 'koffi.nguessan',
    name: 'Koffi N’Guessan',
    country: 'CI',
    title: 'Director of studies and planning',
    languages: ['fr'],
    places: [ministry('CI', 'negotiate')]
  },
  {
    key: 'fatoumata.traore',
    name: 'Fatoumata Traoré',
    country: 'ML',
    title: 'Adviser on the benefit package',
    languages: ['fr', 'bm'],
    places: [ministry('ML', 'negotiate')]
  },
  {
    key: 'amadou.keita',
    name: 'Amadou Keïta',
    country: 'ML',
    title: 'Public accountant seconded to health',
    languages: ['fr'],
    places: [ministry('ML', 'speak')]
  },
  {
    key: 'armando.sanca',
    name: 'Armando Sanca',
    country: 'GW',
    title: 'Planning directorate',
    languages: ['pt', 'fr'],
    places: [ministry('GW', 'negotiate')]
  },
  {
    key: 'ivone.tavares',
    name: 'Ivone Tavares',
    country: 'CV',
    title: 'Adviser to the minister',
    languages: ['pt', 'en', 'fr'],
    places: [ministry('CV', 'sign')]
  },
  {
    key: 'grace.phiri',
    name: 'Grace Phiri',
    country: 'MW',
    title: 'District nursing officer',
    languages: ['en', 'ny'],
    occupations: ['2221'],
    places: [ministry('MW', 'speak')]
  },
  {
    key: 'lucia.herrera',
    name: 'Lucía Herrera',
    country: 'PE',
    title: 'Mobility and health programme',
    languages: ['es', 'en', 'fr'],
    timezone: 'America/Lima',
    places: [['migration-and-health-office', 'negotiate']]
  },
  {
    key: 'yusuf.idris',
    name: 'Yusuf Idris',
    country: 'SD',
    title: 'Adviser on fragile settings',
    languages: ['ar', 'en'],
    timezone: 'Africa/Khartoum',
    places: [['migration-and-health-office', 'speak']]
  },
  {
    key: 'adjoa.mensah',
    name: 'Adjoa Mensah',
    country: 'GH',
    title: 'Health-systems adviser',
    languages: ['en', 'fr'],
    places: [['west-african-health-community', 'negotiate']]
  },
  {
    key: 'henrik.dahl',
    name: 'Henrik Dahl',
    country: 'NO',
    title: 'Head of pooled funding',
    languages: ['en', 'fr'],
    places: [['partnership-for-coverage', 'speak']]
  },
  {
    key: 'aissatou.ba',
    name: 'Aïssatou Ba',
    country: 'SN',
    title: 'Coordinator',
    languages: ['fr', 'ff', 'wo'],
    occupations: ['3253'],
    places: [['village-health-workers-network', 'sign']]
  },
  {
    key: 'kenji.mori',
    name: 'Kenji Mori',
    country: 'JP',
    title: 'Policy adviser',
    languages: ['en', 'ja'],
    occupations: ['2262'],
    timezone: 'Asia/Tokyo',
    places: [['world-association-of-pharmacists', 'sign']]
  },
  {
    key: 'maren.solberg',
    name: 'Maren Solberg',
    country: 'NO',
    title: 'Head of policy',
    languages: ['en', 'no'],
    occupations: ['2264'],
    places: [['world-association-of-physiotherapists', 'sign']]
  },
  {
    key: 'ravi.nair',
    name: 'Ravi Nair',
    country: 'IN',
    title: 'Public health adviser',
    languages: ['en', 'ml'],
    occupations: ['2261'],
    timezone: 'Asia/Kolkata',
    places: [['world-association-of-dentists', 'sign']]
  },
  {
    key: 'beatrice.okello',
    name: 'Beatrice Okello',
    country: 'UG',
    title: 'Advocacy adviser',
    languages: ['en', 'sw'],
    occupations: ['2212'],
    places: [['world-association-of-physicians', 'sign']]
  },
  {
    key: 'esther.zulu',
    name: 'Esther Zulu',
    country: 'MW',
    title: 'Senior lecturer',
    languages: ['en', 'ny'],
    expertise: ['workforce studies'],
    places: [['lake-university-school-of-public-health', 'speak']]
  }
];
