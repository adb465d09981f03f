/** What was put to the room in the sessions of the demo world. */
export interface BallotText {
  kind: 'straw' | 'consent' | 'vote';
  lang: 'fr' | 'en';
  question: string;
  options?: string[];
  secret?: boolean;
  quorum?: number;
  /** Minutes after the session began. */
  minutes: number;
  answers: [by: string, choice: string][];
  explanations?: [by: string, lang: 'fr' | 'en', body: string][];
}

export const liveBallots: BallotText[] = [
  {
    kind: 'consent',
    lang: 'fr',
    question: 'Prendre les six points dans l’ordre du document, sans lecture intégrale ?',
    minutes: 3,
    answers: []
  },
  {
    kind: 'vote',
    lang: 'fr',
    question: 'Retenir sept jours comme délai de signature au district ?',
    quorum: 60,
    minutes: 16,
    answers: [
      ['ministry.sn', 'for'],
      ['koffi.nguessan', 'for'],
      ['fatoumata.traore', 'abstain'],
      ['ivone.tavares', 'for']
    ],
    explanations: [
      [
        'fatoumata.traore',
        'fr',
        'Le Mali s’abstient : sept jours conviennent, mais notre texte sur la délégation de signature passe en conseil le mois prochain.'
      ]
    ]
  }
];

export const heldBallots: BallotText[] = [
  {
    kind: 'straw',
    lang: 'en',
    question: 'Which part should the next session begin with?',
    options: ['Forecasting', 'Payment delays', 'Supervision'],
    secret: true,
    minutes: 62,
    answers: [
      ['ministry.sn', '2'],
      ['koffi.nguessan', '2'],
      ['fatoumata.traore', '1'],
      ['armando.sanca', '2'],
      ['ivone.tavares', 'abstain']
    ]
  },
  {
    kind: 'consent',
    lang: 'en',
    question: 'Shall what was said under item 2 be recorded as lessons?',
    minutes: 65,
    answers: []
  }
];
