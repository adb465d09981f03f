import type { OutcomeKind } from '#features/outcomes/outcomes.ts';

/** What a session of the demo world came to. All of it is made up. */
export interface OutcomesText {
  rapporteur: string;
  lang: string;
  /** Under each item of the agenda, in its order. */
  minutes: string[];
  outcomes: {
    kind: OutcomeKind;
    item: number;
    text: string;
    who?: string;
    whoName?: string;
    days?: number;
  }[];
  lesson?: {
    by: string;
    title: string;
    summary: string;
    polarity: 'worked' | 'partly' | 'did_not_work';
    whatWasDone: string;
    whatHappened: string;
  };
}

export const heldOutcomes: OutcomesText = {
  rapporteur: 'aissatou.ba',
  lang: 'en',
  minutes: [
    'Three surprises were named: mothers come earlier, posts run out of medicines later, and nobody had counted the hours.',
    'Five countries reported. Where payment came within sixty days, posts kept their stocks; where it came later, exemptions were suspended without being announced.',
    'Each country records one lesson, whether it worked or not, before the next session.'
  ],
  outcomes: [
    {
      kind: 'decision',
      item: 2,
      text: 'The five ministries report payment delays by step, in days, each quarter, in the same table.'
    },
    {
      kind: 'action',
      item: 2,
      text: 'Circulate the table of the four districts as a model.',
      who: 'country:SN',
      days: 21
    },
    {
      kind: 'recommendation',
      item: 3,
      text: 'That a country which suspends an exemption says so in writing to the districts before it does.'
    }
  ]
};

export const liveOutcomes: OutcomesText = {
  rapporteur: 'aissatou.ba',
  lang: 'fr',
  minutes: [
    'Cinq ministères et deux observateurs sont présents. Le tableau du débat sert de document de travail.',
    'Factures groupées : le Sénégal est passé de 150 à 108 jours sans dépense nouvelle. Avance : la Côte d’Ivoire plafonne à 60 %, régularisés au trimestre suivant.'
  ],
  outcomes: [
    {
      kind: 'decision',
      item: 2,
      text: 'Les délais sont mesurés par étape, avec la même grille, avant toute autre mesure.'
    },
    {
      kind: 'action',
      item: 2,
      text: 'Partager la note adressée au Trésor sur l’avance plafonnée.',
      who: 'country:CI',
      days: 14
    }
  ],
  lesson: {
    by: 'aissatou.ba',
    title: 'Supprimer une réunion a fait gagner six semaines de paiement',
    summary: 'Sans dépense nouvelle, le délai moyen est passé de 150 à 108 jours.',
    polarity: 'worked',
    whatWasDone: 'La réunion régionale qui validait les factures groupées a été supprimée.',
    whatHappened: 'Le délai moyen des factures du trimestre est passé de 150 à 108 jours.'
  }
};
