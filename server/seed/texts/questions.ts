import { en, fr, pt, type PostText } from './text.ts';

/** What is asked of the live session, who votes for it, and what was answered already. */
export const liveQuestions: { text: PostText; votes: string[]; answered?: string }[] = [
  {
    text: fr('aissatou.ba', `Qui signe le fonds de roulement quand le district n'a pas de comptable ?`),
    votes: ['ministry.sn', 'ousmane.fall', 'koffi.nguessan', 'fatoumata.traore', 'adjoa.mensah']
  },
  {
    text: pt('armando.sanca', `Os adiantamentos aplicam-se também aos hospitais regionais?`),
    votes: ['ivone.tavares']
  },
  {
    text: en('expert', `Has any country measured what the ceiling of the advance costs its treasury?`),
    votes: ['henrik.dahl', 'ministry.sn', 'koffi.nguessan']
  },
  {
    text: fr('koffi.nguessan', `Le tableau des délais sera-t-il publié par district ?`),
    votes: ['ministry.sn', 'fatoumata.traore'],
    answered: `Oui, par district et par trimestre, dès la prochaine session.`
  }
];

/** Asked of the coming session before it begins. */
export const comingQuestions: { text: PostText; votes: string[] }[] = [
  {
    text: fr('ministry.sn', `La déclaration fixera-t-elle un délai, ou seulement un principe ?`),
    votes: ['secretariat']
  }
];

export const liveRemarks: PostText[] = [
  en('henrik.dahl', `The sound is fine from Geneva.`),
  fr('fatoumata.traore', `Le décret de 2019 est en annexe du fil.`)
];
