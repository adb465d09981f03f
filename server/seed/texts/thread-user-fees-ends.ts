import { en, es, fr, personally, pt, type PostText } from './text.ts';

/** The long thread, second half: from complaints to what five ministries will try. */
export const userFeesEnds: PostText[] = [
  fr(
    'ousmane.fall',
    `> a sixth was the same child registered twice because the register asks for a new number each month

Vérifié hier sur un registre de mon district : 11 % de doublons chez les moins de cinq ans. Nous payons donc deux fois certains actes tout en payant les autres en retard. Un numéro annuel suffirait, le carnet de l'enfant en porte déjà un.`
  ),
  fr(
    'fatoumata.traore',
    `Le carnet, oui, si l'enfant l'a. Chez les familles nomades du nord, un sur trois. Ne faisons pas du carnet une condition : on aurait remplacé un paiement en argent par un paiement en papier.`
  ),
  fr(
    'ousmane.fall',
    `D'accord. Carnet quand il existe, numéro du registre villageois sinon, et **jamais** de refus de soins pour un numéro manquant. C'est au poste de réconcilier, pas à la mère.`
  ),
  en(
    'expert',
    `That sentence could stand in the brief as it is: *it is for the facility to reconcile, not for the mother.* Verification that is done on the patient's time is a fee under another name.`
  ),
  es(
    'lucia.herrera',
    `Desde la Oficina de Migración y Salud, una pregunta que todavía no ha salido: ¿qué pasa con las mujeres que cruzan la frontera para dar a luz? En tres distritos fronterizos que seguimos, entre el 8 y el 14 % de los partos son de mujeres sin residencia. Si el pago es por habitante registrado, el centro fronterizo las atiende a pérdida; si es por acto, alguien tiene que aceptar la factura.

Propongo que la nota diga expresamente que la exención vale **para quien está en el territorio**, no para quien está inscrito.`
  ),
  en(
    'ivone.tavares',
    `Lucía is right that our method hides this. We correct it with a small "visitors" amount for the two islands with a port, set from the previous year's births. It is crude and nobody has complained, which may mean that nobody has looked.`
  ),
  fr(
    'koffi.nguessan',
    `Nos districts de l'ouest et du nord-est soignent beaucoup de voisins. La règle est orale : on soigne, on inscrit « de passage », on rembourse comme les autres. Elle est appliquée parce que personne ne l'a écrite. Je crains qu'en l'écrivant on ouvre un débat que nous perdrions.`
  ),
  en(
    'adjoa.mensah',
    `Koffi's caution deserves an answer. The regional ministers agreed in general terms two years ago that emergency obstetric care is given to whoever is there. We could quote that text and write nothing new. I will post the paragraph.`
  ),
  fr(
    'ministry.sn',
    `Faisons ainsi : citer le texte régional, ne pas rouvrir la négociation.

Je reviens au médicament. Avec cinq mois de retard, notre pharmacie d'approvisionnement a refusé le crédit à 60 postes. Quelqu'un a-t-il séparé **l'argent du médicament** de l'argent du fonctionnement ?`
  ),
  fr(
    'amadou.keita',
    `Oui, dans deux régions : la part médicament n'est plus versée au centre, elle est créditée à la pharmacie régionale au nom du centre. Le centre commande, la pharmacie livre et débite. Le délai de Trésor existe toujours, mais c'est la pharmacie, plus solide, qui le porte.

Effet de bord : les centres n'achètent plus ailleurs, même quand la pharmacie est en rupture.`
  ),
  en(
    'kenji.mori',
    `The pharmacists would like to underline that side effect. A credit that is valid in one shop only gives that shop no reason to be well stocked. Allow the centre to spend a fifth of its credit with any licensed supplier when the regional store has been out of an item for ten days. The store's stock-out rate then becomes visible, because it costs it money.`
  ),
  fr(
    'amadou.keita',
    `> spend a fifth of its credit with any licensed supplier when the regional store has been out of an item for ten days

C'est faisable en comptabilité : un bon émis par la pharmacie elle-même, qui constate sa rupture. Je le propose à ma directrice lundi.`
  ),
  en(
    'nurses',
    `For the nurses: please look at hours as well as at money. In the centres where visits rose by a third, our members report the same staff list. They triage in the corridor, and the consultation that is now free is four minutes shorter. A fee removal without posts is paid in quality, and the patients notice before the indicators do.

We would ask for one line in the brief: *no exemption without an estimate of the additional staff hours, published beforehand.*`
  ),
  fr(
    'ministry.sn',
    `Je peux défendre cette ligne devant mon ministre. Nous avions estimé l'argent, pas les heures.`
  ),
  en(
    'ministry.mw',
    `I follow from Malawi, where most public care has long been free at the point of use, so take this as a view from further along the road. Facilities that never had revenue never learned to hold a budget. When we gave health centres their own small grants, the first year went mostly unspent: nobody dared to sign.

Train the signature before you send the money. Our second cohort had two days with an auditor who showed them three acceptable mistakes and three unacceptable ones. They spent 91 % of it.`
  ),
  en(
    'grace.phiri',
    `I was one of those who did not dare. The auditor said: "A wrong receipt is a mistake; no receipt is a question; two receipts are a problem." I have it on my wall. In the next quarter we repaired the roof of the labour ward, which had been reported to the district eleven times.`
  ),
  fr(
    'aissatou.ba',
    `« Trois erreurs acceptables » : je voudrais cette formation pour les trésoriers de village. Chez nous, la peur du contrôle fait que l'argent dort ou que personne ne veut être trésorier.`
  ),
  pt(
    'armando.sanca',
    `Peço também. Temos 114 centros e dois auditores. Se Malawi partilhar os materiais, traduzimos para português e crioulo e devolvemos a tradução.`
  ),
  en(
    'ministry.mw',
    `Agreed, I will send the case sheets this week. There are sixteen, two pages each, no slides.`
  ),
  en(
    'henrik.dahl',
    `On the float: our board met yesterday. It would accept a pilot with two conditions, that the balance is public each month, and that a facility which has not been paid within fifteen days can say so somewhere that we all see. The second condition is the one I care about. A complaint that only the payer receives is not a complaint.`
  ),
  fr(
    'ministry.sn',
    `Les deux conditions nous conviennent. Pour la seconde : un message gratuit depuis le téléphone du poste, publié tel quel avec la date, sans filtre du district.`
  ),
  fr(
    'koffi.nguessan',
    `Attention aux représailles. Chez nous un infirmier a été muté après avoir affiché une rupture. Publiez le **nom du poste**, jamais celui de l'agent, et gardez la liste des mutations sous les yeux pendant le pilote.`
  ),
  en(
    'nurses',
    `Thank you, Koffi. Our national associations can be the ones who watch that list; they already receive the transfers. We offer that for the pilot districts.`
  ),
  personally(
    en(
      'expert',
      `A word on evaluation before the design is fixed, again in a personal capacity. Do not compare pilot districts with the rest: you chose them because they are willing. If the float starts in twenty districts over five quarters, draw the order by lot, in public. It costs nothing and it gives you an answer that a finance ministry will accept.`
    )
  ),
  fr(
    'koffi.nguessan',
    `Un tirage au sort public est aussi plus facile à expliquer aux districts qui attendent qu'un choix du ministère. Nous l'avons fait pour des ambulances ; personne n'a contesté l'ordre.`
  )
];

/** Another thread: what the first one comes to, before the session. */
export const sixPoints: PostText[] = [
  en(
    'secretariat',
    `Let me try to say where we are. I read agreement on six points; please correct me before tomorrow evening, because they will be item 2 of the live session.

1. Pay something **before** the service: an advance of 50 to 60 % on last quarter's activity.
2. Send claims when they are ready; no bundling by region.
3. Ask that the line be protected in the finance law.
4. Separate the medicine credit from running costs, with a way out when the store is empty.
5. Count staff hours and community visits before the exemption starts.
6. Publish the delay in days, by step, every month.

Open: persons without residence, who signs for a float, how to evaluate.`
  ),
  fr(
    'fatoumata.traore',
    `Point 1 : d'accord si l'avance va aussi à l'association communautaire et pas seulement au centre. Point 3 : la loi de finances est déjà déposée chez nous ; nous pourrons le demander par amendement, sans garantie. Le reste, oui.`
  ),
  pt(
    'armando.sanca',
    `De acordo com os seis. No ponto 1 precisamos primeiro de contas bancárias ou de dinheiro móvel para os centros: proponho escrever "num prazo de seis meses".`
  ),
  en(
    'ivone.tavares',
    `Cabo Verde can support all six, with the remark that points 1 and 2 do not arise when one pays per person. We would not want the brief to read as if payment by act were the only way.`
  ),
  fr(
    'koffi.nguessan',
    `D'accord. Sur le point 1, je préfère « de 50 à 60 %, plafonnés » : sans plafond, le Trésor refusera, et il aura raison.`
  ),
  en(
    'expert',
    `Ivone's remark is worth a box in the brief rather than a footnote: three ways to pay before the service (advance, per person, float), what each needs, and what each hides.`
  ),
  fr(
    'ministry.sn',
    `Je prends en charge l'encadré et la mesure des délais par étape. Ousmane fournit sa grille ; si chacun la remplit pour un seul district avant la session, nous aurons cinq lignes comparables. C'est peu, et c'est plus que ce qui existe.`
  ),
  fr(
    'ousmane.fall',
    `La grille tient sur une page : six étapes, une date de début, une date de fin, vingt factures tirées au hasard. Une demi-journée suffit. Le plus long est de retrouver les dates d'arrivée, alors commencez par tamponner celles d'aujourd'hui.`
  ),
  fr(
    'amadou.keita',
    `J'apporte le calendrier de trésorerie et la phrase pour la loi de finances. Une seule page aussi.`
  )
];
