import type { newExperience } from '#features/forum/inputs.ts';
import type { InferOutput } from 'valibot';

type Told = Omit<InferOutput<typeof newExperience>, 'id' | 'threadId' | 'capacity'> & {
  by: string;
  personal?: boolean;
  hoursAgo: number;
};

export const callTitle = 'Délais de remboursement : qu’avez-vous essayé, et qu’en est-il advenu ?';
export const callBody = `À la suite du fil [#Gratuité ciblée](THREAD), nous rassemblons ce que chaque pays a essayé pour payer les structures plus vite. Une fiche par mesure, aussi pour ce qui n'a **pas** marché : c'est ce qui nous manque le plus.

Merci à [@l'Organisation des systèmes de santé](/organisations/health-systems-secretariat) et aux délégations, [@Mali](/countries/ML) et [@Cabo Verde](/countries/CV) d'abord, de répondre avant la session. English and Portuguese are welcome.`;

/** What the countries told. Made up, like all of the demo world. */
export const experiences: Told[] = [
  {
    by: 'ousmane.fall',
    hoursAgo: 150,
    country: 'SN',
    measure: 'Avance trimestrielle plafonnée',
    year: 2022,
    outcome: 'worked',
    account:
      "Chaque poste reçoit au début du trimestre la moitié de ce qu'il a facturé l'année d'avant. Le solde suit la vérification. Les ruptures de médicaments ont cessé dès le deuxième trimestre.",
    evidence: 'Délai médian : de 118 à 41 jours dans 212 postes',
    contact: 'financement@sante.sn.example',
    contactKept: true
  },
  {
    by: 'koffi.nguessan',
    hoursAgo: 141,
    country: 'CI',
    measure: 'Contrôle après paiement, par tirage',
    year: 2021,
    outcome: 'partly',
    account:
      'On paie d’abord, un dossier sur vingt est contrôlé ensuite. Le délai a baissé, les erreurs de codage ont doublé la première année.',
    evidence: 'Audit interne 2022',
    contact: '',
    contactKept: undefined
  },
  {
    by: 'fatoumata.traore',
    hoursAgo: 120,
    country: 'ML',
    measure: 'Paiement par téléphone mobile',
    year: 2020,
    outcome: 'did_not_work',
    account:
      'Dans les cercles sans réseau, le comptable descendait deux jours par mois pour confirmer la réception. Le délai affiché a baissé ; celui que vit le poste, non.',
    evidence: 'Enquête auprès de 60 centres, 2021',
    contact: '',
    contactKept: undefined
  },
  {
    by: 'armando.sanca',
    hoursAgo: 96,
    country: 'GW',
    measure: 'Conta única regional para os centros de saúde',
    year: 2023,
    outcome: 'partly',
    account:
      'A conta funciona onde há um banco na capital da região. Nas ilhas continua a pagar-se em dinheiro, com três assinaturas.',
    evidence: 'Relatório de execução, 2023',
    contact: '',
    contactKept: undefined
  },
  {
    by: 'ivone.tavares',
    hoursAgo: 80,
    country: 'CV',
    measure: 'Prazo de 30 dias escrito na lei do orçamento',
    year: 2019,
    outcome: 'worked',
    account:
      'Depois de 30 dias o Tesouro paga o que foi faturado, e acerta-se mais tarde. Só foi preciso aplicá-lo duas vezes.',
    evidence: '96 % das faturas pagas em 30 dias em 2024',
    contact: 'orcamento@saude.cv.example',
    contactKept: undefined
  },
  {
    by: 'grace.phiri',
    hoursAgo: 52,
    country: 'MW',
    measure: 'Direct facility grants with a visiting auditor',
    year: 2021,
    outcome: 'worked',
    account:
      'Two days with an auditor taught more than the manual. Facilities now close their quarter themselves.',
    evidence: '9 of 10 facilities report on time, up from 4',
    contact: 'planning@health.mw.example',
    contactKept: true
  },
  {
    by: 'expert',
    personal: true,
    hoursAgo: 30,
    country: 'TN',
    measure: 'Publishing every hospital’s arrears each month',
    year: 2018,
    outcome: 'did_not_work',
    account:
      'In a personal capacity: publication alone moved nothing, for no one was named as the one who pays. It did make the debt impossible to deny.',
    evidence: 'Arrears unchanged after 14 months',
    contact: '',
    contactKept: undefined
  }
];

export const question = {
  by: 'fatoumata.traore',
  title: 'Quel texte oblige à verser leur part aux structures, et à quelle date ?',
  body: 'Chez nous la part des structures est votée mais aucun texte ne dit **quand** elle est versée. Qui a une date dans un texte, et de quel rang ?',
  hoursAgo: 60,
  replies: [
    {
      by: 'koffi.nguessan',
      hoursAgo: 55,
      body: "Chez nous une circulaire, donc rien d'opposable. Elle est respectée les années d'excédent."
    },
    {
      by: 'ivone.tavares',
      hoursAgo: 40,
      body: 'A lei do orçamento, desde 2019: 30 dias, e depois o Tesouro paga sem esperar pela verificação. É uma norma com força de lei, por isso o contabilista não assume o risco sozinho.'
    }
  ],
  acceptedHoursAgo: 38
};

export const announcement = {
  by: 'secretariat',
  title: 'Session en direct : les documents du point 2 sont prêts',
  body: "Les six points et la note de synthèse sont en ligne. Les questions se posent dans leurs fils ; cette annonce n'appelle pas de réponse.",
  hoursAgo: 20,
  pinnedDays: 21
};

export const desks: {
  level: 'country' | 'regional' | 'headquarters';
  place?: string;
  organisation: string;
}[] = [
  { level: 'country', place: 'GW', organisation: 'partnership-for-coverage' },
  { level: 'regional', place: 'AFR', organisation: 'west-african-health-community' },
  { level: 'headquarters', organisation: 'health-systems-secretariat' }
];

export const request = {
  by: 'armando.sanca',
  title: 'Apoio para rever as tabelas de reembolso antes do orçamento',
  body: 'As tabelas de reembolso têm oito anos. Precisamos de alguém que tenha revisto as suas com o Ministério das Finanças, antes de 15 de outubro: método, dados mínimos, e o que não tentar.',
  hoursAgo: 160,
  sentOn: {
    by: 'henrik.dahl',
    hoursAgo: 130,
    reason: 'No one in the country team has revised a tariff; the regional community has.'
  },
  answer: {
    by: 'adjoa.mensah',
    hoursAgo: 74,
    body: 'Cabo Verde and Ghana both revised theirs from twelve tracer services rather than the whole list: six weeks instead of a year. We can send two people for ten days, and the workbook today. What not to try: a full costing before the budget.'
  }
};

export const waiting = {
  by: 'grace.phiri',
  title: 'Long-term support to cost the community health strategy',
  body: 'The new strategy runs to 2030. We ask for a costing partner over two budget cycles, working inside the planning department.',
  hoursAgo: 26
};

/** Tags of the threads that are there already, by the beginning of their title. */
export const tags: [string, string[]][] = [
  ['Gratuité ciblée', ['block:health_financing', 'axis:financing', 'sdg:3', 'gratuité']],
  ['Six points', ['axis:financing', 'region:AFR']],
  ['Mutuelles communales', ['block:health_financing', 'mutuelles']],
  ['Comptes de la santé', ['block:health_information', 'block:health_financing']]
];
