import type { CircleFunction, Joining, SpaceRole } from '#features/spaces/spaces.ts';
import type { SpaceText } from './spaces.ts';

export interface CommunityText extends SpaceText {
  kind: 'community' | 'circle' | 'initiative';
  circleFunction?: CircleFunction;
  joining: Joining;
  rules: Record<string, string>;
  summary?: Record<string, string>;
  /** Who asks to be let in, and with what words. */
  request?: [string, string];
  /** The delegation that is invited, as what. */
  delegation?: [string, Extract<SpaceRole, 'member' | 'observer'>];
}

/** A community of practice, a circle and an initiative. Made up, like everything in the demo world. */
export const communityTexts: CommunityText[] = [
  {
    slug: 'reseau-achats-sante',
    kind: 'community',
    joining: 'request',
    by: 'adjoa.mensah',
    lead: 'west-african-health-community',
    visibility: 'public',
    axis: 'financing',
    countries: [],
    regions: ['AFR'],
    topics: ['medical_products_vaccines_technologies', 'health_financing'],
    titles: {
      fr: 'Acheter ensemble, payer à temps',
      en: 'Buying together, paying on time'
    },
    purposes: {
      fr: 'Les équipes qui achètent les médicaments essentiels comparent leurs contrats, leurs délais et leurs ruptures.',
      en: 'The teams that buy essential medicines compare their contracts, their delays and their stock-outs.'
    },
    rules: {
      fr: '- Ne donnez jamais le prix d’un fournisseur avec son nom.\n- Une rupture se raconte avec sa durée et ce qui l’a finie.\n- Ce qui vient d’ailleurs cite sa source.',
      en: '- Never give a supplier’s price together with its name.\n- Tell a stock-out with how long it lasted and what ended it.\n- What comes from elsewhere names its source.'
    },
    summary: {
      fr: '**Où nous en sommes.** Sept équipes ont décrit leur dernier appel d’offres. Trois ont raccourci le paiement à moins de 60 jours ; toutes trois paient une avance plafonnée.\n\nProchaine étape : comparer les clauses de pénalité.',
      en: '**Where we are.** Seven teams described their last tender. Three brought payment under 60 days; all three pay a capped advance.\n\nNext: compare the penalty clauses.'
    },
    roles: [
      ['koffi.nguessan', 'moderator'],
      ['ousmane.fall', 'member'],
      ['fatoumata.traore', 'member'],
      ['grace.phiri', 'member'],
      ['henrik.dahl', 'observer']
    ],
    request: [
      'aissatou.ba',
      'Nos agentes de village voient les ruptures les premières. Nous aimerions les signaler là où l’on achète.'
    ]
  },
  {
    slug: 'cercle-communication',
    kind: 'circle',
    circleFunction: 'communications',
    joining: 'invitation',
    by: 'secretariat',
    lead: 'alliance-of-five-health-professions',
    visibility: 'restricted',
    axis: null,
    countries: [],
    regions: [],
    topics: ['health_workforce'],
    titles: {
      en: 'Communication teams of five professions',
      fr: 'Équipes de communication de cinq professions'
    },
    purposes: {
      en: 'One calendar of messages, so that five voices are heard as one.',
      fr: 'Un seul calendrier de messages, pour que cinq voix s’entendent comme une seule.'
    },
    rules: {
      en: 'What is said here is not quoted outside before all five have agreed.',
      fr: 'Rien de ce qui se dit ici n’est cité dehors avant l’accord des cinq.'
    },
    roles: [
      ['nurses', 'moderator'],
      ['kenji.mori', 'member'],
      ['maren.solberg', 'member']
    ]
  },
  {
    slug: 'three-border-malaria-initiative',
    kind: 'initiative',
    joining: 'request',
    by: 'lucia.herrera',
    lead: 'migration-and-health-office',
    visibility: 'members',
    axis: 'development_cooperation',
    countries: ['MZ', 'ZA', 'SZ'],
    regions: ['AFR'],
    topics: ['health_information', 'service_delivery'],
    titles: {
      en: 'Three borders, one malaria plan (illustrative)',
      fr: 'Trois frontières, un plan contre le paludisme (exemple)',
      pt: 'Três fronteiras, um plano contra a malária (exemplo)'
    },
    purposes: {
      en: 'Districts on both sides of three borders plan screening, treatment and reporting for people who cross them for work.',
      fr: 'Les districts des deux côtés de trois frontières planifient dépistage, traitement et notification pour qui les traverse pour travailler.'
    },
    rules: {
      en: 'Case counts are by district and week, never by person. Each country’s figures are quoted with their date.',
      fr: 'Les cas se comptent par district et par semaine, jamais par personne. Les chiffres d’un pays se citent avec leur date.'
    },
    summary: {
      en: 'Border districts agreed on **one weekly line list without names**. Open: who pays for screening at the two smaller crossings.'
    },
    roles: [
      ['yusuf.idris', 'moderator'],
      ['esther.zulu', 'member'],
      ['observer', 'observer']
    ],
    delegation: ['MW', 'observer']
  }
];
