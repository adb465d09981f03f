import { typeset } from './text.ts';

/** What stands under one heading of the template: paragraphs, or the rows of its table. */
export type SectionText = string[] | { rows: string[][] };

/** A brief of the demo world. `sections` are put under the headings of its template, in order, each by the next writer. */
export interface BriefText {
  space: string;
  type: 'evidence_brief' | 'joint_statement' | 'declaration' | 'key_action_recommendations';
  lang: 'en' | 'fr';
  title: string;
  by: string;
  /** Who else writes in it. */
  writers: string[];
  state: 'draft' | 'written' | 'named' | 'published';
  /** The name of its version, when it has one. */
  version?: string;
  sections: SectionText[];
}

const inFrench = (sections: string[][]): string[][] =>
  sections.map((lines) => lines.map((line) => typeset('fr', line)));

export const briefTexts: BriefText[] = [
  {
    space: 'health-financing-west-africa',
    type: 'evidence_brief',
    lang: 'fr',
    state: 'draft',
    by: 'ministry.sn',
    writers: ['koffi.nguessan', 'ivone.tavares', 'fatoumata.traore', 'armando.sanca'],
    title: typeset('fr', 'Comment payer à temps les structures qui soignent gratuitement ?'),
    sections: inFrench([
      [
        `Quand le paiement direct est supprimé, la structure perd sa recette le jour même ; le remboursement vient des mois plus tard.`,
        `Trois façons de payer avant le service existent dans cinq pays : l'avance, le montant par habitant, le fonds de roulement. Chacune cache un coût différent.`,
        `Mesurer le délai étape par étape ne coûte presque rien et a fait gagner quarante jours dans un pays.`
      ],
      [
        `Cinq ministères ont comparé leurs dispositifs pendant douze jours. Cette note rassemble ce qu'ils savent, avec ce qui n'a pas marché.`
      ],
      [
        `Le délai total va de zéro à plus de cent cinquante jours. Les ruptures de médicaments suivent au quatrième mois. La charge des agents communautaires n'est pas comptée.`
      ],
      [
        `Option 1 : une avance de 50 à 60 %, plafonnée. Option 2 : un montant par habitant. Option 3 : un fonds de roulement remboursé par l'État. À compléter : coûts et incertitudes.`
      ]
    ])
  },
  {
    space: 'alliance-of-five-professions',
    type: 'joint_statement',
    lang: 'en',
    state: 'written',
    by: 'secretariat',
    writers: ['nurses', 'kenji.mori', 'maren.solberg', 'ravi.nair', 'beatrice.okello'],
    title: 'Safe teams, safe care',
    sections: [
      [`Chair, distinguished delegates, thank you for giving us the floor on this item.`],
      [
        `We speak with one voice for nurses, pharmacists, physiotherapists, dentists and physicians. In most places where people seek care, members of our five professions stand beside one another, and it is as teams that we succeed or fail.`,
        `Where hours of care were counted, the finding was the same: care is safe where teams are complete, from prevention to rehabilitation, oral health included. Where one post stays empty, the others do its work less well, and the patient pays with waiting, with pain or with harm that nobody intended.`
      ],
      [
        `First, we ask Member States to plan teams, and not professions one by one: a norm for one profession that ignores the others moves the gap and does not close it.`,
        `Second, we ask that before any reform of fees or benefits the hours of care which it will need be estimated and published, so that a right on paper does not become a shorter consultation.`,
        `Third, we ask that the safe use of medicines be part of every staffing norm: a prescription that nobody has time to explain or to check is a risk, whatever the quality of the product.`,
        `Fourth, we ask that safe teams be measured where care is given. Hours of care per patient, posts filled and people who left can be counted in every facility, by those who work there, and made public every year.`,
        `Fifth, we ask that health workers who report an unsafe situation be protected, and that what they report be answered within a stated time.`
      ],
      [
        `For our part, our five associations will ask their members in every country to count together, with one form, and will publish the results side by side, including those that are not flattering to us. We invite Member States and the Secretariat to use them. Safe teams are not a cost of care: they are care. Thank you.`
      ]
    ]
  },
  {
    space: 'health-worker-mobility',
    type: 'declaration',
    lang: 'en',
    state: 'named',
    version: 'First reading',
    by: 'lucia.herrera',
    writers: ['ministry.mw', 'nurses', 'yusuf.idris', 'ministry.sn'],
    title: 'Declaration on fair mobility of health workers',
    sections: [
      [
        `PP1. Recognizing the right of every health worker to leave, to return and to be told the truth before signing;`,
        `PP2. Noting that countries of origin and of destination both gain only where numbers, payments and dates are written down;`
      ],
      [
        `OP1. Decide to put the number of persons, by profession and year, into every agreement, with a date of review;`,
        `OP2. Decide that no facility below its minimum staffing norm is a place of recruitment without the consent of the ministry of health;`,
        `OP3. Invite countries of destination to recognize experience, and countries of origin to count years worked abroad;`,
        `OP4. Agree to publish every year, by the thirtieth of June, how many left and how many came back.`
      ]
    ]
  },
  {
    space: 'health-financing-west-africa',
    type: 'key_action_recommendations',
    lang: 'en',
    state: 'published',
    version: 'Adopted by the forum',
    by: 'secretariat',
    writers: ['ministry.sn', 'koffi.nguessan', 'ivone.tavares'],
    title: 'Key actions on measuring payment delays',
    sections: [
      [`Five years, with a review after eighteen months.`],
      {
        rows: [
          [
            `Measure the delay of payment to facilities in six steps, on twenty claims drawn by lot in each district, every quarter.`,
            `Ministries of health; treasuries for the last two steps`,
            `Median delay in days, by step and district`,
            `Nine months`
          ],
          [
            `Send claims when they are ready, without waiting for those of the region.`,
            `Regional directorates`,
            `Days between district and payment order`,
            `Next quarter`
          ],
          [
            `Show every facility its own balance each month.`,
            `District offices`,
            `Share of facilities with the sheet on the door`,
            `One year`
          ]
        ]
      },
      [
        `The secretariat publishes the medians of the five countries side by side within six weeks of each quarter's end, and the forum looks at them in its next session.`
      ]
    ]
  }
];
