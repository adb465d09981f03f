import { ar, en, fr, personally, pt, type PostText } from './text.ts';

export interface SessionText {
  space: string;
  title: string;
  lang: string;
  kind: 'forum_session' | 'learning_session' | 'workshop';
  chair: string;
  timezone: string;
  countries: string[];
  agenda: [minutes: number, title: string][];
  registered: string[];
}

/** Live now: item 2 is open. */
export const liveSession: SessionText = {
  space: 'health-financing-west-africa',
  title: 'Payer la structure à temps : six points à décider',
  lang: 'fr',
  kind: 'forum_session',
  chair: 'secretariat',
  timezone: 'Africa/Dakar',
  countries: ['SN', 'CI', 'ML', 'GW', 'CV'],
  agenda: [
    [10, 'Tour de table et ordre du jour'],
    [50, 'Six points : avance, factures, ligne protégée, médicament, heures, délais'],
    [20, 'Le fonds de roulement pilote : qui signe ?'],
    [10, 'Suite et prochaine session']
  ],
  registered: [
    'secretariat',
    'ministry.sn',
    'ousmane.fall',
    'koffi.nguessan',
    'fatoumata.traore',
    'armando.sanca',
    'ivone.tavares',
    'expert',
    'adjoa.mensah',
    'henrik.dahl',
    'observer',
    'aissatou.ba'
  ]
};

/** What was said in it: on item 1 by everyone's first word, on item 2 by those who had the floor. */
export const liveStatements: { item: number; text: PostText }[] = [
  {
    item: 1,
    text: en(
      'secretariat',
      `Welcome. Five ministries are here, and two observers. The paper before you is the table of the thread; item 2 takes its six points one by one.`
    )
  },
  {
    item: 1,
    text: fr(
      'ministry.sn',
      `Le Sénégal apporte les délais par étape de quatre districts. Nous demandons que l'on commence par le point 2, qui ne coûte rien.`
    )
  },
  {
    item: 1,
    text: pt(
      'armando.sanca',
      `A Guiné-Bissau participa por telefone e pede desculpa pelos cortes. As nossas posições estão por escrito no debate.`
    )
  },
  {
    item: 2,
    text: fr(
      'ministry.sn',
      `Sur les factures groupées : nous avons supprimé la réunion régionale. Le délai moyen passe de 150 à 108 jours sur les factures de ce trimestre, sans dépense nouvelle. Nous proposons aux autres de mesurer d'abord, avec la même grille.`
    )
  },
  {
    item: 2,
    text: fr(
      'koffi.nguessan',
      `Sur l'avance : 60 % plafonnés, régularisés au trimestre suivant. Sans plafond nous ne l'aurions pas obtenue. Nous partageons la note adressée au Trésor.`
    )
  },
  {
    item: 2,
    text: en(
      'ivone.tavares',
      `Cabo Verde supports the six points, provided that the text names payment per person as a third way and not as an exception.`
    )
  },
  {
    item: 2,
    text: personally(
      ar(
        'expert',
        `بصفتي الشخصية: أقترح أن يُنشر متوسط التأخير بالأيام لكل مرحلة كل شهر، فما لا يُنشر لا يتحسن.`
      )
    )
  }
];

/** On the floor now, and who waits behind, in the order of asking. */
export const liveFloor = {
  deputy: 'koffi.nguessan',
  speaking: 'fatoumata.traore',
  waiting: ['adjoa.mensah', 'ousmane.fall', 'expert']
};

/** Next week. */
export const comingSession: SessionText = {
  space: 'health-worker-mobility',
  title: 'Clauses that protect: first reading of the declaration',
  lang: 'en',
  kind: 'forum_session',
  chair: 'lucia.herrera',
  timezone: 'Africa/Blantyre',
  countries: ['MW', 'SN', 'PH', 'DE', 'PE'],
  agenda: [
    [15, 'What the thread brought: twelve clauses'],
    [45, 'First reading, clause by clause'],
    [20, 'Data: who counts, who publishes'],
    [10, 'Next steps']
  ],
  registered: ['lucia.herrera', 'ministry.mw', 'grace.phiri', 'nurses', 'yusuf.idris', 'ministry.sn']
};

/** Held and closed: its record is public. */
export const heldSession: SessionText = {
  space: 'health-financing-west-africa',
  title: 'What the first year of targeted exemptions taught',
  lang: 'en',
  kind: 'learning_session',
  chair: 'secretariat',
  timezone: 'Africa/Dakar',
  countries: ['SN', 'CI', 'ML', 'GW', 'CV'],
  agenda: [
    [15, 'Three things that surprised us'],
    [40, 'Country by country'],
    [15, 'What to record as lessons']
  ],
  registered: [
    'secretariat',
    'ministry.sn',
    'koffi.nguessan',
    'fatoumata.traore',
    'ivone.tavares',
    'aissatou.ba',
    'observer'
  ]
};

/** Each spoke in this order, on the item named, and left a statement. */
export const heldStatements: { item: number; text: PostText }[] = [
  {
    item: 1,
    text: fr(
      'ministry.sn',
      `Trois surprises : les mères viennent plus tôt, les postes manquent de médicaments plus tard, et personne n'avait compté les heures.`
    )
  },
  {
    item: 1,
    text: fr(
      'fatoumata.traore',
      `Notre surprise : ce ne sont pas les centres qui ont protesté, ce sont les associations de quartier, et trop tard pour corriger.`
    )
  },
  {
    item: 2,
    text: fr(
      'koffi.nguessan',
      `Nous avons payé d'avance dès le premier trimestre dans 44 établissements. Les ruptures ont diminué de moitié. Les erreurs de facturation n'ont pas augmenté.`
    )
  },
  {
    item: 2,
    text: en(
      'ivone.tavares',
      `We changed nothing in how we pay and little in what we learned, except that ports need their own line.`
    )
  },
  {
    item: 2,
    text: fr(
      'aissatou.ba',
      `Les agents communautaires demandent une chose : que leurs visites soient comptées dans le tarif. Nous apportons les cahiers.`
    )
  },
  {
    item: 3,
    text: en(
      'secretariat',
      `Four lessons will be recorded, two of them about what did not work. Each has an owner and a month.`
    )
  }
];
