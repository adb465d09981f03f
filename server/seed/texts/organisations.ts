import type { Names } from '#lib/names.ts';

/** The organisations of the demo world. None of them speaks for a real one. */
export interface OrganisationText {
  slug: string;
  kind: string;
  sector?: string;
  acronym?: string;
  country: string | null;
  names: Names;
  about: Names;
}

const ministry = (code: string, en: string, fr: string, others: Names = {}): OrganisationText => ({
  slug: `ministry-of-health-${code.toLowerCase()}`,
  kind: 'ministry',
  sector: 'health',
  country: code,
  names: { en: `Ministry of Health, ${en}`, fr: `Ministère de la Santé, ${fr}`, ...others },
  about: {
    en: 'An illustrative ministry of the demo world: its people and words are made up.',
    fr: 'Un ministère illustratif du monde de démonstration : ses membres et leurs propos sont inventés.'
  }
});

const association = (slug: string, en: string, fr: string): OrganisationText => ({
  slug,
  kind: 'professional_association',
  country: null,
  names: { en, fr },
  about: {
    en: 'An illustrative world association of one profession, member of the Alliance of Five Health Professions.',
    fr: 'Une association mondiale illustrative d’une profession, membre de l’Alliance de cinq professions de santé.'
  }
});

export const organisationTexts: OrganisationText[] = [
  ministry('SN', 'Senegal', 'Sénégal'),
  ministry('CI', 'Côte d’Ivoire', 'Côte d’Ivoire'),
  ministry('ML', 'Mali', 'Mali'),
  ministry('GW', 'Guinea-Bissau', 'Guinée-Bissau', { pt: 'Ministério da Saúde, Guiné-Bissau' }),
  ministry('CV', 'Cabo Verde', 'Cabo Verde', { pt: 'Ministério da Saúde, Cabo Verde' }),
  ministry('MW', 'Malawi', 'Malawi'),
  {
    slug: 'health-systems-secretariat',
    kind: 'un_agency',
    acronym: 'HSS',
    country: null,
    names: { en: 'Health Systems Secretariat', fr: 'Secrétariat des systèmes de santé' },
    about: {
      en: 'An illustrative international secretariat that convenes ministries, partners and professions on universal health coverage.',
      fr: 'Un secrétariat international illustratif qui réunit ministères, partenaires et professions autour de la couverture sanitaire universelle.'
    }
  },
  {
    slug: 'migration-and-health-office',
    kind: 'multilateral',
    acronym: 'MHO',
    country: null,
    names: {
      en: 'Migration and Health Office',
      fr: 'Bureau Migration et santé',
      es: 'Oficina de Migración y Salud'
    },
    about: {
      en: 'An illustrative multilateral office that works with countries of origin and destination on health-worker mobility.',
      fr: 'Un bureau multilatéral illustratif qui travaille avec les pays d’origine et de destination sur la mobilité des soignants.'
    }
  },
  {
    slug: 'west-african-health-community',
    kind: 'regional_body',
    acronym: 'WAHC',
    country: null,
    names: {
      en: 'West African Health Community',
      fr: 'Communauté ouest-africaine de la santé',
      pt: 'Comunidade Oeste-Africana da Saúde'
    },
    about: {
      en: 'An illustrative regional body of fifteen states.',
      fr: 'Un organisme régional illustratif de quinze États.'
    }
  },
  {
    slug: 'partnership-for-coverage',
    kind: 'development_partner',
    country: null,
    names: { en: 'Partnership for Coverage', fr: 'Partenariat pour la couverture' },
    about: {
      en: 'An illustrative pooled fund of several development partners.',
      fr: 'Un fonds commun illustratif de plusieurs partenaires de développement.'
    }
  },
  {
    slug: 'lake-university-school-of-public-health',
    kind: 'academia',
    country: 'MW',
    names: {
      en: 'Lake University School of Public Health',
      fr: 'École de santé publique de l’Université du Lac'
    },
    about: { en: 'An illustrative school of public health.', fr: 'Une école de santé publique illustrative.' }
  },
  {
    slug: 'village-health-workers-network',
    kind: 'ngo',
    country: 'SN',
    names: { en: 'Village Health Workers Network', fr: 'Réseau des agents de santé communautaires' },
    about: {
      en: 'An illustrative network of community health workers in nine countries.',
      fr: 'Un réseau illustratif d’agents de santé communautaires dans neuf pays.'
    }
  },
  {
    slug: 'alliance-of-five-health-professions',
    kind: 'coalition',
    acronym: 'A5',
    country: null,
    names: { en: 'Alliance of Five Health Professions', fr: 'Alliance de cinq professions de santé' },
    about: {
      en: 'An illustrative alliance in which nurses, pharmacists, physiotherapists, dentists and physicians speak with one voice.',
      fr: 'Une alliance illustrative où infirmiers, pharmaciens, kinésithérapeutes, dentistes et médecins parlent d’une seule voix.'
    }
  },
  association(
    'world-association-of-nurses',
    'World Association of Nurses',
    'Association mondiale des infirmières et infirmiers'
  ),
  association(
    'world-association-of-pharmacists',
    'World Association of Pharmacists',
    'Association mondiale des pharmaciens'
  ),
  association(
    'world-association-of-physiotherapists',
    'World Association of Physiotherapists',
    'Association mondiale des kinésithérapeutes'
  ),
  association(
    'world-association-of-dentists',
    'World Association of Dentists',
    'Association mondiale des dentistes'
  ),
  association(
    'world-association-of-physicians',
    'World Association of Physicians',
    'Association mondiale des médecins'
  )
];

/** Who belongs to whom: the federation first, then its members. */
export const memberships: [string, string[]][] = [
  [
    'alliance-of-five-health-professions',
    [
      'world-association-of-nurses',
      'world-association-of-pharmacists',
      'world-association-of-physiotherapists',
      'world-association-of-dentists',
      'world-association-of-physicians'
    ]
  ],
  [
    'west-african-health-community',
    ['SN', 'CI', 'ML', 'GW', 'CV'].map((code) => `ministry-of-health-${code.toLowerCase()}`)
  ]
];
