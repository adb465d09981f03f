import type { Decider, Method, Quorum, Stance, ValuesSeen } from '#features/positions/positions.ts';

export interface AnswerText {
  by: string;
  personal?: true;
  stance?: Stance;
  step?: number;
  /** Numbers of options, the most important first. */
  order?: number[];
  reservation?: string;
  explanation?: string;
}

export interface ProposalText {
  space: string;
  /** The thread's title. */
  thread: string;
  by: string;
  lang: string;
  question: string;
  explanation: string;
  method: Method;
  options?: string[];
  decides: Decider;
  organisations?: string[];
  countries?: string[];
  visible: ValuesSeen;
  quorum: Quorum | null;
  openedDaysAgo: number;
  days: number;
  answers: AnswerText[];
  /** Why it was closed before its time, a while after the last answer. */
  closedEarly?: string;
}

const ministries = ['sn', 'ci', 'ml', 'gw', 'cv'].map((code) => `ministry-of-health-${code}`);

/** What the people of the demo world decide, and where they differ. All of it is made up. */
export const proposalTexts: ProposalText[] = [
  {
    space: 'health-financing-west-africa',
    thread: 'Gratuité ciblée : qui paie la structure, et quand ?',
    by: 'ministry.sn',
    lang: 'fr',
    question: 'Nos cinq pays recommandent-ils une avance trimestrielle plafonnée aux postes de santé ?',
    explanation: `Le texte soumis à la décision :

> Chaque poste de santé qui soigne gratuitement reçoit, **avant** le début du trimestre, une avance égale à 60 % de son activité du trimestre précédent. L'avance est plafonnée et se régularise au versement suivant.

La recommandation n'engage aucun budget national ; elle dit ce que nous défendrons ensemble.`,
    method: 'consent',
    decides: 'delegation',
    countries: ['SN', 'CI', 'ML', 'GW', 'CV'],
    visible: 'at_close',
    quorum: { kind: 'share', size: 60 },
    openedDaysAgo: 9,
    days: 14,
    closedEarly:
      "La Guinée-Bissau a fait savoir qu'elle ne se prononcerait pas ; les quatre autres délégations l'ont fait.",
    answers: [
      { by: 'ministry.sn', stance: 'support' },
      {
        by: 'koffi.nguessan',
        stance: 'support',
        explanation: `Nous versons cette avance depuis trois ans. Le plafond a convaincu le Trésor.`
      },
      {
        by: 'ivone.tavares',
        stance: 'support_with_reservation',
        reservation:
          'Cabo Verde pays by population, not by act: for us the advance is a share of the yearly budget, and we reserve the figure of 60 per cent.'
      },
      {
        by: 'fatoumata.traore',
        stance: 'object',
        explanation: `Le texte ne dit pas **qui décide de l'usage de l'avance**. Au Mali, une avance gérée par le district affaiblirait les associations de santé communautaires. Nous lèverons l'objection si le texte confie la signature au comité de gestion du poste.`
      },
      {
        by: 'expert',
        personal: true,
        stance: 'support_with_reservation',
        reservation:
          'Les études disponibles portent sur des avances de 40 à 50 % ; au-delà, rien ne le montre.'
      }
    ]
  },
  {
    space: 'health-financing-west-africa',
    thread: 'Six points for item 2 of the live session',
    by: 'secretariat',
    lang: 'en',
    question: 'Do the six points go to the ministers as they stand?',
    explanation: `Each ministry says how far it goes along, from 1 (wholeheartedly) to 8 (we block it). The points themselves are in the opening post of this thread.`,
    method: 'gradients',
    decides: 'organisation',
    organisations: [...ministries, 'health-systems-secretariat', 'west-african-health-community'],
    visible: 'open',
    quorum: { kind: 'number', size: 4 },
    openedDaysAgo: 1,
    days: 6,
    answers: [
      { by: 'ivone.tavares', step: 1 },
      {
        by: 'koffi.nguessan',
        step: 2,
        reservation: 'Le point 4 devrait nommer le Trésor, sans lequel rien ne se verse.'
      },
      {
        by: 'armando.sanca',
        step: 5,
        explanation: `O ponto 6 supõe um registo que ainda não temos. Pedimos uma discussão antes da decisão.`
      }
    ]
  },
  {
    space: 'health-worker-mobility',
    thread: 'What should a bilateral agreement on nurses never leave out?',
    by: 'ministry.mw',
    lang: 'en',
    question: 'Which clauses do we draft first?',
    explanation: `Rank what the model agreement should say first. Two drafting groups start with the first two priorities when this closes.`,
    method: 'ranked',
    options: [
      'Recognition of years worked abroad',
      'Who pays for training, and how it is returned',
      'Equal pay and the right to change employer',
      'Data on arrivals and returns, shared twice a year'
    ],
    decides: 'organisation',
    organisations: [
      'ministry-of-health-mw',
      'ministry-of-health-sn',
      'migration-and-health-office',
      'world-association-of-nurses',
      'world-association-of-physicians'
    ],
    visible: 'at_close',
    quorum: null,
    openedDaysAgo: 2,
    days: 9,
    answers: [
      { by: 'ministry.mw', order: [2, 3, 1] },
      { by: 'lucia.herrera', order: [3, 4, 2, 1] },
      { by: 'beatrice.okello', order: [3, 1] }
    ]
  }
];
