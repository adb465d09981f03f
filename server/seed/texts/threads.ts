import { ar, en, es, fr, personally, pt, type ThreadText } from './text.ts';
import { userFeesBegins } from './thread-user-fees-begins.ts';
import { sixPoints, userFeesEnds } from './thread-user-fees-ends.ts';

const financing = 'health-financing-west-africa';
const mobility = 'health-worker-mobility';
const alliance = 'alliance-of-five-professions';

export const threadTexts: ThreadText[] = [
  {
    space: financing,
    title: 'Gratuité ciblée : qui paie la structure, et quand ?',
    lang: 'fr',
    beganHoursAgo: 290,
    lastHoursAgo: 3,
    posts: [...userFeesBegins, ...userFeesEnds]
  },
  {
    space: financing,
    title: 'Six points for item 2 of the live session',
    lang: 'en',
    beganHoursAgo: 30,
    lastHoursAgo: 1,
    posts: sixPoints
  },
  {
    space: financing,
    title: 'Mutuelles communales : faut-il les fusionner ?',
    lang: 'fr',
    beganHoursAgo: 700,
    lastHoursAgo: 410,
    posts: [
      fr(
        'koffi.nguessan',
        `Nous avons 63 mutuelles communales, dont 41 ont moins de 800 adhérents. Une hospitalisation grave suffit à vider la caisse. Le ministère propose de les fusionner par région ; les mutuelles répondent que leur force est la proximité. Qui a essayé ?`
      ),
      fr(
        'ministry.sn',
        `Nous avons gardé l'adhésion à la commune et mis **le risque** au département : cotisation collectée localement, gros risques mutualisés au-dessus. Les gérants locaux ont eu peur pour leur poste ; il a fallu leur garantir deux ans.`
      ),
      fr(
        'fatoumata.traore',
        `Même chemin, et la garantie de deux ans a été l'erreur : au bout de deux ans rien n'avait bougé, il a fallu tout rediscuter. Dites plutôt ce que deviendra chaque poste, nom par nom, avant de commencer.`
      ),
      personally(
        en(
          'expert',
          `In a personal capacity: below some five thousand members, the variance of hospital costs dominates everything that management can do. So the question is not whether to pool but at which level, and whether the poor pay a contribution at all. Voluntary contributions have nowhere reached the poorest in numbers.`
        )
      ),
      fr(
        'koffi.nguessan',
        `Merci. Nous allons donc séparer les deux : proximité pour l'adhésion, région pour le risque, et budget de l'État pour les indigents. Je reviens avec le calcul à 5 000.`
      )
    ]
  },
  {
    space: financing,
    title: 'Comptes de la santé : publier en moins de douze mois',
    lang: 'fr',
    beganHoursAgo: 190,
    lastHoursAgo: 22,
    posts: [
      fr(
        'amadou.keita',
        `Nos comptes de la santé paraissent avec trente mois de retard. À ce moment ils n'intéressent plus personne. Quelqu'un publie-t-il une version provisoire ?`
      ),
      en(
        'ivone.tavares',
        `We do. In month seven we publish government and partner spending only, marked provisional, with last year's household share carried over. In month fourteen the full account. The first edition was wrong by 3 % and nobody minded, because we said so on the cover.`
      ),
      pt(
        'armando.sanca',
        `Nós não conseguimos nem a parte dos parceiros: cada um envia um formato diferente. A Ivone obriga a um modelo?`
      ),
      en(
        'ivone.tavares',
        `We do not oblige, we **fill it in for them** from their public reports and ask them to correct. Fourteen of seventeen answered within a week. People correct faster than they write.`
      ),
      fr(
        'amadou.keita',
        `« Les gens corrigent plus vite qu'ils n'écrivent » : je retiens la méthode. Premier essai en mars.`
      )
    ]
  },
  {
    space: mobility,
    title: 'What should a bilateral agreement on nurses never leave out?',
    lang: 'en',
    beganHoursAgo: 500,
    lastHoursAgo: 6,
    posts: [
      en(
        'ministry.mw',
        `We are about to negotiate our second agreement on the recruitment of nurses. The first had nine pages on selection and two lines on return. Before we sit down: what did you regret leaving out?`
      ),
      en(
        'nurses',
        `Three things our members ask for after they have left: the contract in hand **before** the flight, in a language they read; the recognition of their experience, not only of their diploma; and somebody to call who is not the employer.`
      ),
      es(
        'lucia.herrera',
        `De los acuerdos que hemos acompañado, los que funcionan dicen tres cosas con números: cuántas personas por año y por profesión, qué paga el país de destino por cada una para la formación en origen, y en qué fecha se revisan esas cifras. Sin fecha de revisión, el número pequeño del primer año se convierte en techo o en suelo según convenga.`
      ),
      en(
        'grace.phiri',
        `From a district: say **from where** they may be recruited. Our agreement said "from the public service". All eleven nurses of one health centre were public servants.`
      ),
      en(
        'ministry.mw',
        `> say from where they may be recruited

Noted, and painful. We now have a list of facilities below the minimum staffing norm; recruitment from those should need my signature.`
      ),
      ar(
        'yusuf.idris',
        `أضيف بنداً يُنسى كثيراً: **بيانات**. أي طرف يسجّل، وماذا يسجّل، ومتى ينشره. في اتفاقين راجعتهما لم يكن أحد يعرف بعد ثلاث سنوات كم ممرضاً سافر وكم عاد. من دون هذا لا يمكن لأي بند آخر أن يُراجع.`
      ),
      en(
        'esther.zulu',
        `We interviewed 74 nurses who came back. The strongest predictor of staying after return was whether the grade gained abroad was recognised at home within the first year. It costs a circular, not a budget.`
      ),
      en(
        'beatrice.okello',
        `The physicians would add: no clause that makes the worker repay the recruiter if she leaves early. It is called a bond and it works like a debt.`
      ),
      fr(
        'ministry.sn',
        `Nous suivons avec intérêt : notre première négociation commence au printemps. Pourrait-on tirer de ce fil une liste de clauses, avec pour chacune l'effet dans le pays d'origine et dans le pays de destination ?`
      ),
      en(
        'lucia.herrera',
        `Yes. I have opened it as a declaration in the briefs of this forum, so that we write it together. The version of last week is named; please propose changes on the current text.`
      )
    ]
  },
  {
    space: mobility,
    title: 'Retour au pays : reconnaître les années passées ailleurs',
    lang: 'fr',
    beganHoursAgo: 330,
    lastHoursAgo: 48,
    posts: [
      fr(
        'ousmane.fall',
        `Une infirmière spécialisée en soins intensifs est revenue dans mon district après neuf ans. L'administration lui propose le grade de débutante. Elle repart le mois prochain. Quelqu'un a-t-il un texte qui marche ?`
      ),
      en(
        'ministry.mw',
        `We issued a circular last year: two years abroad count as one here, up to five, on proof of employment. The ministry of finance feared the cost; in the first year it concerned 26 people.`
      ),
      fr(
        'ministry.sn',
        `Je demande le texte au nom du Sénégal. Vingt-six personnes, c'est un service de réanimation qui tient.`
      ),
      en(
        'ministry.mw',
        `Sent. Mind the fourth paragraph: we forgot midwives who had worked as nurses abroad, and had to correct it.`
      )
    ]
  },
  {
    space: mobility,
    title: 'Counting those who leave: which register do you trust?',
    lang: 'en',
    beganHoursAgo: 160,
    lastHoursAgo: 70,
    posts: [
      en(
        'esther.zulu',
        `Certificates of good standing overcount departures: in our sample four in ten applicants were still at their post two years later. Payroll undercounts them: names stay for months. Which source do you use for the triennial report?`
      ),
      en(
        'lucia.herrera',
        `Ask the destination register for the number of **first** registrations by country of training. It is late by a year and it is right. Use certificates for the trend only.`
      ),
      en(
        'ravi.nair',
        `For dentists certificates are even worse, since many apply in three countries at once. We ask our member associations to count people, not papers, every January.`
      )
    ]
  },
  {
    space: alliance,
    title: 'Joint statement on safe staffing: who holds the pen?',
    lang: 'en',
    beganHoursAgo: 140,
    lastHoursAgo: 5,
    posts: [
      en(
        'secretariat',
        `The agenda item is likely to be taken on the second day. We have three minutes, that is about 330 words. I have opened the joint statement in the briefs; the first draft stands at 371.`
      ),
      en(
        'nurses',
        `The nurses can cut the second paragraph. We would keep the sentence on hours per patient, since it is the only one with a number in it.`
      ),
      en(
        'beatrice.okello',
        `The physicians ask for one word: "teams" instead of "staff" in the first ask. It is what makes it a statement of five and not of one.`
      ),
      en(
        'kenji.mori',
        `Pharmacists agree with "teams". Please keep the medicines sentence; otherwise our members will not see why we sign.`
      ),
      en(
        'maren.solberg',
        `Rehabilitation is not mentioned at all. One clause is enough: "from prevention to rehabilitation".`
      ),
      en(
        'ravi.nair',
        `And oral health fits in the same clause without a word more: "from prevention to rehabilitation, oral health included". That is three words, I counted.`
      ),
      en(
        'secretariat',
        `All five are in. We stand at 324. I will call each of you before Thursday; after that it goes under silence for 48 hours.`
      )
    ]
  },
  {
    space: alliance,
    title: 'Shared calendar of campaigns',
    lang: 'en',
    beganHoursAgo: 90,
    lastHoursAgo: 40,
    posts: [
      en(
        'maren.solberg',
        `Last year three of us launched a campaign in the same week of September. May we keep one list, with the week and the language of the material?`
      ),
      en(
        'kenji.mori',
        `Yes, and a column for "others may reuse". We translated a poster that another association already had in Japanese.`
      ),
      en('nurses', `Added ours until June. French, Portuguese and English, all reusable.`)
    ]
  }
];
